/** Preloaded into the processes a command starts: when the command is gone, however it went, they stop as if asked to. */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
