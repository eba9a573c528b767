import { type DocumentType, documentTypes, documentTypeTitle } from '#lib/domain/capture'

export interface DocumentChoiceProps {
  value: DocumentType
  onChange: (type: DocumentType) => void
}

/** What the customer chose to photograph; it decides which captures are wanted. */
export function DocumentChoice({ value, onChange }: DocumentChoiceProps) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-[0.8125rem] font-medium">Document</legend>
      <div className="inline-flex gap-2">
        {documentTypes.map((type) => (
          <label
            key={type}
            className="inline-flex h-9 items-center gap-2 rounded-md border border-border px-3 has-checked:border-primary has-checked:bg-selected has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring"
          >
            <input
              type="radio"
              name="documentType"
              value={type}
              checked={value === type}
              onChange={() => onChange(type)}
              className="outline-none"
            />
            {documentTypeTitle[type]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
