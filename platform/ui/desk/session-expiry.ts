type Ask = () => Promise<boolean>

let ask: Ask = () => Promise.resolve(false)
let asking: Promise<boolean> | undefined

/** The shell registers how it asks for the password again; resolves true when the same person is signed in once more. */
export const onSessionExpired = (handler: Ask) => {
  ask = handler
}

/** Asks once, however many calls meet the expired session at the same time. */
export const signInAgain = (): Promise<boolean> => {
  asking ??= ask().finally(() => {
    asking = undefined
  })
  return asking
}
