import { cn } from './ui/cn.ts'
import type { MentionChoice } from './use-mentions.tsx'

/** The colleagues a name being typed may mean, under the text. */
export function MentionList({ offered, index, listId, optionId, choose }: MentionChoice) {
  return (
    <>
      <span role="status" className="sr-only">
        {offered.length > 0 && `${offered.length} colleagues to choose from, arrows move, Enter takes`}
      </span>
      {offered.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label="Colleagues"
          className="absolute inset-x-0 top-full z-10 mt-1 max-h-56 overflow-y-auto rounded-md border border-border bg-popover p-1 text-[0.8125rem] shadow-raised"
        >
          {offered.map((colleague, at) => (
            <div
              key={colleague.id}
              id={optionId(at)}
              role="option"
              aria-selected={at === index}
              tabIndex={-1}
              className={cn(
                'cursor-pointer truncate rounded-sm px-2 py-1.5 hover:bg-hover',
                at === index && 'bg-selected',
              )}
              // The text keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(colleague)}
              onKeyDown={(event) => event.key === 'Enter' && choose(colleague)}
            >
              {colleague.name}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
