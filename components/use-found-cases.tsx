'use client'

import { useEffect, useState } from 'react'
import { orRefusal } from './or-refusal.tsx'

/** What the palette shows of a case. */
export interface PaletteCase {
  caseId: string
  submissionId: string
  reference: string
  externalId: string
  email: string
  declaredName: string | null
}

/** Finds cases; a server action. */
export type FindCases = (input: { q: string }) => Promise<PaletteCase[] | { ok: false; message: string }>

interface Found {
  cases: readonly PaletteCase[]
  problem: string | null
}

const none: Found = { cases: [], problem: null }

/** A pause in typing; shorter ones would ask for every letter. */
const afterMs = 150

/** Cases for what is typed, once typing rests; an answer to an earlier question never covers a later one. */
export function useFoundCases(find: FindCases, query: string): Found & { searching: boolean } {
  const q = query.trim()
  const [answer, setAnswer] = useState<{ q: string; found: Found }>({ q: '', found: none })
  const asked = q.length >= 2
  useEffect(() => {
    if (!asked) return
    let current = true
    const timer = setTimeout(async () => {
      const heard = await orRefusal(find({ q }))
      const found = Array.isArray(heard) ? { cases: heard, problem: null } : { cases: [], problem: heard.message }
      if (current) setAnswer({ q, found })
    }, afterMs)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [q, asked, find])
  return { ...(asked ? answer.found : none), searching: asked && answer.q !== q }
}
