'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActionForm } from '#components/action-form'
import { Card } from '#components/ui/card'
import { Field } from '#components/ui/field'
import { Input } from '#components/ui/input'
import { Textarea } from '#components/ui/textarea'
import { toast } from '#components/ui/toast'
import type { LanguageCode, Wording } from '#lib/domain/language'
import type { ReasonCode } from '#lib/domain/reasons'
import type { TemplateVersion } from '#lib/queries/reason-templates'
import { saveWording } from '../actions.ts'
import { WordingPreview } from './wording-preview.tsx'
import { WordingVersions } from './wording-versions.tsx'

export interface WordingEditorProps {
  code: ReasonCode
  locale: LanguageCode
  /** Newest first; the first is in force. */
  history: TemplateVersion[]
  /** The text in force while none was saved. */
  shipped: Wording
  mayEdit: boolean
}

const fields = [
  { name: 'title', label: 'Title', hint: 'What is wrong, in a few words', max: 120 },
  { name: 'explanation', label: 'Explanation', hint: 'Why it matters', max: 600 },
  { name: 'advice', label: 'Advice', hint: 'What to do differently', max: 1000 },
] as const

/** Editor, preview and versions of one wording. Typed text stays when somebody else saved meanwhile. */
export function WordingEditor({ code, locale, history, shipped, mayEdit }: WordingEditorProps) {
  const router = useRouter()
  const [newest] = history
  const { title, explanation, advice } = newest ?? shipped
  const [text, setText] = useState<Wording>({ title, explanation, advice })

  const save = async () => {
    const answer = await saveWording({ code, locale, basedOn: newest?.version ?? 0, ...text })
    // What the other one saved shows up among the versions, and saving again is then a choice.
    router.refresh()
    if (!answer.ok) return answer
    toast({ title: `Version ${answer.version} is in force`, tone: 'success' })
    return null
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title={newest ? `Based on version ${newest.version}` : 'Based on the text that ships'}>
        <ActionForm submit={save} submitLabel="Save as new version" readOnly={!mayEdit}>
          {(errors) =>
            fields.map(({ name, label, hint, max }) => (
              <Field key={name} label={label} hint={hint} error={errors[name]}>
                {(control) => {
                  const Control = name === 'title' ? Input : Textarea
                  return (
                    <Control
                      {...control}
                      name={name}
                      lang={locale}
                      maxLength={max}
                      required
                      readOnly={!mayEdit}
                      value={text[name]}
                      onChange={(event: { target: { value: string } }) =>
                        setText({ ...text, [name]: event.target.value })
                      }
                    />
                  )
                }}
              </Field>
            ))
          }
        </ActionForm>
      </Card>
      <div className="grid min-w-0 gap-4">
        <WordingPreview code={code} locale={locale} wording={text} />
        <Card title="Versions" flush>
          <WordingVersions
            history={history}
            shipped={shipped}
            locale={locale}
            use={mayEdit ? (version) => setText(version) : undefined}
          />
        </Card>
      </div>
      {!mayEdit && <p className="text-xs text-muted-foreground">Managers and admins can save wordings.</p>}
    </div>
  )
}
