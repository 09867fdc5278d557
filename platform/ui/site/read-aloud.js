/* 长辈版: a button that reads the page aloud, where the browser can. Everything works without it. */
;(() => {
  if (!('speechSynthesis' in window)) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'button read-aloud'
  const show = reading => {
    button.textContent = reading ? '停止朗读' : '朗读本页'
  }
  // Long texts stop midway in several browsers; sentence by sentence they do not.
  const sentences = () =>
    document
      .getElementById('main')
      .innerText.replace(button.innerText, '')
      .match(/[^。！？\n]+[。！？]?/g) || []
  const stop = () => {
    speechSynthesis.cancel()
    show(false)
  }
  const read = () => {
    const all = sentences()
    all.forEach((sentence, place) => {
      const words = new SpeechSynthesisUtterance(sentence)
      words.lang = 'zh-CN'
      words.rate = 0.9
      if (place === all.length - 1) words.onend = () => show(false)
      speechSynthesis.speak(words)
    })
    show(all.length > 0)
  }
  button.addEventListener('click', () => (speechSynthesis.speaking ? stop() : read()))
  window.addEventListener('pagehide', stop)
  show(false)
  document.getElementById('main').prepend(button)
})()
