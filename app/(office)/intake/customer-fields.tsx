import { Field } from '#components/ui/field'
import { Input } from '#components/ui/input'
import { Select } from '#components/ui/select'
import type { IntakeClient } from '#lib/queries/api-clients'

export interface CustomerFieldsProps {
  clients: IntakeClient[]
  clientId: string
  onClient: (id: string) => void
  countries: readonly (readonly [string, string])[]
  languages: readonly (readonly [string, string])[]
  /** By the field's name. */
  errors: Record<string, string | undefined>
}

/** Who the photos are of. Names and bounds are those of `submissionMetadataSchema`. */
export function CustomerFields({ clients, clientId, onClient, countries, languages, errors }: CustomerFieldsProps) {
  return (
    <>
      <Field label="Client" hint={clients.find(({ id }) => id === clientId)?.policy.title} error={errors.clientId}>
        {(control) => (
          <Select
            {...control}
            value={clientId}
            onChange={(event) => onClient(event.target.value)}
            options={clients.map(({ id, name }) => [id, name])}
          />
        )}
      </Field>
      <Field
        label="Client’s id of the customer"
        hint="The same id again adds an attempt to the same case"
        error={errors.externalId}
      >
        {(control) => <Input {...control} name="externalId" autoComplete="off" maxLength={128} required />}
      </Field>
      <Field label="E-mail" error={errors.email}>
        {(control) => <Input {...control} name="email" type="email" autoComplete="off" maxLength={254} required />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Issuing country" error={errors.country}>
          {(control) => (
            <Select {...control} name="country" defaultValue="" options={[['', 'Choose'], ...countries]} required />
          )}
        </Field>
        <Field label="Language" error={errors.locale}>
          {(control) => <Select {...control} name="locale" options={languages} />}
        </Field>
        <Field label="Name" hint="Optional" error={errors.declaredName}>
          {(control) => <Input {...control} name="declaredName" autoComplete="off" maxLength={200} />}
        </Field>
        <Field label="Birth date" hint="Optional" error={errors.declaredBirthDate}>
          {(control) => <Input {...control} name="declaredBirthDate" type="date" min="1890-01-01" />}
        </Field>
      </div>
    </>
  )
}
