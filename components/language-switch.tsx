import { cn } from './ui/cn.ts'

export interface LanguageSwitchProps {
  /** Names the links for screen readers, in the language of the page. */
  label: string
  /** BCP 47 tag of the one shown. */
  current: string
  /** `name` is the language's own name for itself. */
  languages: readonly { code: string; name: string; href: string }[]
  className?: string
}

/** Links to the same page in another language. They load the page anew, since its `lang` changes with them. */
export function LanguageSwitch({ label, current, languages, className }: LanguageSwitchProps) {
  return (
    <nav aria-label={label} className={cn('inline-flex rounded-md border border-border bg-card p-0.5', className)}>
      {languages.map(({ code, name, href }) => (
        <a
          key={code}
          href={href}
          lang={code}
          hrefLang={code}
          aria-current={code === current ? 'true' : undefined}
          className="inline-flex min-h-7 items-center rounded-sm px-2.5 text-[0.8125rem] font-medium text-muted-foreground hover:text-foreground aria-[current]:bg-selected aria-[current]:text-foreground"
        >
          {name}
        </a>
      ))}
    </nav>
  )
}
