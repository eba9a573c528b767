'use client'

import ErrorPage, { type ErrorPageProps } from '../error.tsx'

/** The same inside the shell: the way to every other page stays open. */
export default function OfficeErrorPage(props: ErrorPageProps) {
  return <ErrorPage {...props} inShell />
}
