const controller = new AbortController()

/** Aborted once this command should end: Ctrl-C, SIGTERM, or the process that started it is gone. */
export const stopAsked = controller.signal

for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => controller.abort())
process.channel?.unref()
