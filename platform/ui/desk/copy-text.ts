/** Copies text also over plain HTTP, where the clipboard API does not exist. @returns whether it was copied */
export const copyText = async (text: string): Promise<boolean> => {
  if (window.isSecureContext && navigator.clipboard) {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    if (copied) return true
  }
  return copyBySelection(text)
}

/** The old way: a selected text area inside whatever holds the focus, so that an open dialog does not take it back. */
const copyBySelection = (text: string): boolean => {
  const home = document.activeElement?.closest('[role="dialog"]') ?? document.body
  const area = document.createElement('textarea')
  area.value = text
  area.style.cssText = 'position:fixed;top:0;opacity:0'
  home.append(area)
  area.select()
  const copied = document.execCommand('copy')
  area.remove()
  return copied
}
