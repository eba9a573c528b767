interface Listener {
  names: readonly string[]
  /** With an event, or without one once the connection stands, as something may have been missed before. */
  hear: (event?: MessageEvent<string>) => void
}

interface Stream {
  join: (listener: Listener) => () => void
}

const longestPauseMs = 30_000
const streams = new Map<string, Stream>()

/**
 * Hears the named events of a server-sent-events address; returns how to stop. All who listen to one address share a
 * connection: browsers allow six to one house, over all tabs, and a hidden tab lets go of its own until it is looked at again.
 */
export function hearEvents(url: string, listener: Listener): () => void {
  const stream = streams.get(url) ?? openStream(url, () => streams.delete(url))
  streams.set(url, stream)
  return stream.join(listener)
}

/** Opens with the first who joins, again after errors with growing pauses, and closes with the last who leaves. */
function openStream(url: string, onClose: () => void): Stream {
  const listeners = new Set<Listener>()
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pauseMs = 1000

  const attach = ({ names, hear }: Listener) => {
    for (const name of names) source?.addEventListener(name, hear)
  }
  const detach = ({ names, hear }: Listener) => {
    for (const name of names) source?.removeEventListener(name, hear)
  }
  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const open = () => {
    source = new EventSource(url)
    for (const listener of listeners) attach(listener)
    source.onopen = () => {
      pauseMs = 1000
      for (const { hear } of listeners) hear()
    }
    source.onerror = () => {
      close()
      timer = setTimeout(open, pauseMs)
      pauseMs = Math.min(longestPauseMs, pauseMs * 2)
    }
  }
  const onVisibility = () => {
    close()
    if (!document.hidden) open()
  }
  const leave = (listener: Listener) => {
    detach(listener)
    listeners.delete(listener)
    if (listeners.size > 0) return
    document.removeEventListener('visibilitychange', onVisibility)
    close()
    onClose()
  }

  open()
  document.addEventListener('visibilitychange', onVisibility)
  return {
    join: (listener) => {
      listeners.add(listener)
      attach(listener)
      if (source?.readyState === EventSource.OPEN) listener.hear()
      return () => leave(listener)
    },
  }
}
