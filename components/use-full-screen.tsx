'use client'

import { useCallback, useEffect, useState } from 'react'
import { useHotkeys } from './use-hotkeys.tsx'

/**
 * Whether the picture has the whole screen; `f` gives and takes it, and so does Esc, which browsers keep for that. It is the page
 * that fills the screen and the picture the page, so that menus, dialogs and the keys for deciding stay in reach. Where the
 * browser refuses (an iPhone), the picture still fills the page.
 */
export function useFullScreen(): [on: boolean, toggle: () => void] {
  const [on, setOn] = useState(false)
  const toggle = useCallback(() => {
    const wanted = !on
    setOn(wanted)
    const page = document.documentElement
    const asked = wanted ? page.requestFullscreen?.() : document.fullscreenElement && document.exitFullscreen()
    Promise.resolve(asked).catch(() => undefined)
  }, [on])
  useEffect(() => {
    if (!on) return
    const onChange = () => document.fullscreenElement ?? setOn(false)
    document.addEventListener('fullscreenchange', onChange)
    return () => document.removeEventListener('fullscreenchange', onChange)
  }, [on])
  useHotkeys([{ keys: ['f'], label: 'Full screen', group: 'Picture', run: toggle }])
  return [on, toggle]
}
