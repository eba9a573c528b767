/**
 * Preloaded into the processes a command starts: when the command is gone, however it went, they stop as if asked to. What they
 * start themselves inherits the preload but not the parent, and is left alone.
 */
if (process.channel && process.ppid === Number(process.env.RETAKE_PARENT)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
