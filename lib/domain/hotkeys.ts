/** Something a key does. Its id is made from what the list behind `?` calls it. */
export interface HotkeyAction {
  id: string
  group: string
  label: string
  /** Keys as they ship, the one shown first; values of `KeyboardEvent.key`. */
  keys: readonly string[]
}

/** A person's own key by action id. */
export type KeyChoices = Readonly<Record<string, string>>

/** "Decide", "Approve" → "decide.approve". */
export function actionId(group: string, label: string): string {
  return `${slug(group)}.${slug(label)}`
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Every action whose key can be chosen; tests/unit/domain/hotkeys.test.ts holds it to what the components register. */
const shipped: Record<string, readonly (readonly [label: string, ...keys: string[]])[]> = {
  Everywhere: [
    ['Review the next submission', 'n'],
    ['Undo the last decision', 'u'],
    ['Show the keys', '?'],
  ],
  Table: [
    ['Next row', 'j'],
    ['Previous row', 'k'],
    ['Select the row', 's'],
  ],
  Picture: [
    ['Previous capture', '['],
    ['Next capture', ']'],
    ['Overlays on and off', 'o'],
    ['Zoom in', '+', '='],
    ['Zoom out', '-', '_'],
    ['Fit the picture', '0'],
    ['Rotate left', ','],
    ['Rotate right', '.'],
    ['Rotate left by 1°', '<', ';'],
    ['Rotate right by 1°', '>', ':'],
    ['Mirror the picture', 'm'],
    ['Full screen', 'f'],
    ['Loupe', 'l'],
    ['Compare', 'c'],
    ['Draw a region', 'd'],
    ['Layers and light', 'v'],
  ],
  'This submission': [
    ['Extend the claim', 'e'],
    ['Skip with a reason', 's'],
    ['Snooze until later', 'z'],
    ['Escalate to the second line', 'shift+e'],
    ['Hand over to a colleague', 'shift+h'],
  ],
  Evidence: [
    ['Previous tab of the evidence', '{'],
    ['Next tab of the evidence', '}'],
  ],
  Decide: [
    ['Place the customer is shown', 'p'],
    ['Checklist', 'k'],
    ['Approve', 'a'],
    ['Reject', 'x'],
    ['Request resubmission', 'r'],
    ['Search reasons', '/'],
    ['Reasons for the whole submission', 'w'],
    ['Write an internal note', 'i'],
  ],
}

export const hotkeyActions: readonly HotkeyAction[] = Object.entries(shipped).flatMap(([group, actions]) =>
  actions.map(([label, ...keys]) => ({ id: actionId(group, label), group, label, keys })),
)

/** Keys of one page never meet those of another; those of everywhere meet all. */
function place(group: string): 'everywhere' | 'queue' | 'review' {
  if (group === 'Everywhere') return 'everywhere'
  return group === 'Table' || group === 'Queue' ? 'queue' : 'review'
}

/** The keys an action has under these choices, the one shown first. */
export function keysOf({ id, keys }: Pick<HotkeyAction, 'id' | 'keys'>, choices: KeyChoices): readonly string[] {
  const own = choices[id]
  return own === undefined ? keys : [own]
}

const moving = /^(Tab|Enter|Escape| |Arrow\w+|Home|End|Page\w+)$/
const foreign =
  /^(F\d+|Insert|CapsLock|NumLock|ScrollLock|ContextMenu|Pause|PrintScreen|Meta|Alt\w*|Control|Shift|Dead|Process)$/

/** Why an action can't have this key, as a sentence, or null where it can. */
export function keyProblem(action: HotkeyAction, key: string, choices: KeyChoices): string | null {
  if (moving.test(key)) return 'Browsers and screen readers use this key to move about the page.'
  if (foreign.test(key)) return 'This key belongs to the browser, the system or a screen reader.'
  if (!/^(shift\+\p{L}|[^\s\p{C}])$/u.test(key)) return 'A key is one letter, digit or sign.'
  if (/^[1-9]$/.test(key)) return 'The digits 1 to 9 choose reasons.'
  const taken = hotkeyActions.find((other) => meets(action, other) && keysOf(other, choices).includes(key))
  return taken ? `This is the key for “${taken.label}”.` : null
}

function meets(action: HotkeyAction, other: HotkeyAction): boolean {
  if (action.id === other.id) return false
  const [here, there] = [place(action.group), place(other.group)]
  return here === there || here === 'everywhere' || there === 'everywhere'
}
