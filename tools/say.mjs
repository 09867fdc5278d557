/** Progress goes to stderr, so that a tool's stdout stays its answer. */
export const say = text => process.stderr.write(`${text}\n`)

/** Shows `text` with the seconds gone by until `work` settles; rarely repeated where there is no terminal. */
export const whileSaying = async (text, work) => {
  const started = Date.now()
  const seconds = () => Math.round((Date.now() - started) / 1000)
  const terminal = process.stderr.isTTY
  const show = () => process.stderr.write(terminal ? `\r${text}……${seconds()} 秒` : `${text}……${seconds()} 秒\n`)
  show()
  const timer = setInterval(show, terminal ? 1000 : 10_000)
  try {
    return await work
  } finally {
    clearInterval(timer)
    if (terminal) process.stderr.write('\n')
  }
}

/** Ends the process with a message for the person at the terminal. */
export const giveUp = text => {
  say(text)
  process.exit(1)
}
