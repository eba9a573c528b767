/** How many notes name the viewer and were not read, at their initials; nothing where there are none. */
export function MentionCount({ unread = 0 }: { unread?: number }) {
  if (unread === 0) return null
  return (
    <span className="absolute -top-1.5 -right-1.5 grid h-4 min-w-4 place-content-center rounded-full bg-danger-solid px-1 text-[0.625rem] leading-none text-white tabular-nums">
      {unread > 99 ? '99+' : unread}
    </span>
  )
}
