import { Search } from 'lucide-react'
import { Button } from '#components/ui/button'
import { Input } from '#components/ui/input'

/** Looks for a case. A plain form, so that a search is an address one can share. */
export function SearchBox({ q = '', autoFocus = false }: { q?: string; autoFocus?: boolean }) {
  return (
    <search>
      <form action="/support" className="flex max-w-2xl gap-2">
        <Input
          type="search"
          name="q"
          defaultValue={q}
          aria-label="Find a case"
          placeholder="Reference, e-mail or the client’s own id"
          maxLength={254}
          required
          autoFocus={autoFocus}
          className="h-9"
        />
        <Button type="submit" variant="primary" className="h-9">
          <Search aria-hidden /> Find
        </Button>
      </form>
    </search>
  )
}
