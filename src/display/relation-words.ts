const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** "takes:taken" leads from the one to the other. */
const paired = (pairs: string): ReadonlyMap<string, string> =>
  new Map(
    pairs.split(' ').map((pair): [string, string] => {
      const [from = '', to = ''] = pair.split(':')
      return [from, to]
    }),
  )

/**
 * Verbs that relations are called by, in the third person: only of these a passive is made, for a
 * word in -s may as well be a noun in the plural ("friends").
 */
export const verbs = listed(
  'accuses acquires activates addresses administers admires advances advises affects announces ' +
    'answers appoints arrests assists attacks attends audits authors blames blocks borders calls ' +
    'carries causes charges cites coaches colonises colonizes completes composes conquers ' +
    'consults contains convicts coordinates creates criticises criticizes crosses damages defends ' +
    'defines delivers describes designs destroys develops directs disables discovers distributes ' +
    'dominates edits educates elects employs enables encodes endorses enhances establishes ' +
    'evaluates examines exemplifies explains exports expresses extends faces fears finances fires ' +
    'follows founds funds generates governs guides hates helps hires hosts hunts implements ' +
    'imports includes influences inherits inhibits inspects inspires invades invents investigates ' +
    'invites joins kills launches liberates likes loves maintains manages mandates marries ' +
    'measures mentions mentors moderates modulates monitors murders needs nominates observes ' +
    'occupies offers opens operates opposes organises organizes overrides owns performs ' +
    'poses precedes predicts prevents prioritises prioritizes processes produces promotes proposes ' +
    'protects proves provides publishes purchases quotes receives recommends ' +
    'references regulates releases repairs replaces represents requires researches ' +
    'respects reviews rules serves sponsors starts studies succeeds supervises ' +
    'supplies supports surrounds targets tests threatens touches transforms translates ' +
    'transports treats triggers trusts uses visits wants',
)

/** Those whose participle is not the verb with -ed. */
export const participles = paired(
  'admits:admitted bans:banned beats:beaten binds:bound bites:bitten breaks:broken brings:brought ' +
    'builds:built buys:bought cancels:cancelled catches:caught chooses:chosen commits:committed ' +
    'controls:controlled cuts:cut draws:drawn drives:driven eats:eaten equips:equipped feeds:fed ' +
    'fights:fought finds:found gets:got gives:given hears:heard hides:hidden hits:hit holds:held ' +
    'hurts:hurt keeps:kept kidnaps:kidnapped knows:known leads:led leaves:left ' +
    'lends:lent loses:lost makes:made maps:mapped means:meant meets:met ' +
    'overrides:overridden oversees:overseen pays:paid permits:permitted reads:read ' +
    'robs:robbed runs:run sees:seen sells:sold sends:sent shows:shown sings:sung speaks:spoken ' +
    'splits:split steals:stolen stops:stopped strikes:struck submits:submitted tags:tagged ' +
    'takes:taken teaches:taught tells:told throws:thrown transfers:transferred traps:trapped ' +
    'understands:understood undertakes:undertaken wears:worn wins:won wraps:wrapped writes:written',
)

/** What someone did, by the participle, where the two differ: "written by" is "Wrote" from there. */
export const pasts = paired(
  'beaten:beat bitten:bit broken:broke chosen:chose drawn:drew driven:drove eaten:ate given:gave ' +
    'hidden:hid known:knew overridden:overrode overseen:oversaw run:ran seen:saw shown:showed ' +
    'sung:sang spoken:spoke stolen:stole taken:took thrown:threw undertaken:undertook worn:wore ' +
    'written:wrote',
)

/** Verbs that go on with a preposition: "depends on". */
export const leaningVerbs = listed(
  'applies belongs binds collaborates communicates competes cooperates contributes corresponds ' +
    'deals depends derives descends differs evolves flows interacts leads links listens ' +
    'points reacts refers relates relies replies reports responds results speaks stems subscribes ' +
    'talks trades works writes',
)

/** Verbs and participles that tell where something is, or is done, before "in" and "at". */
export const placing = listed(
  'active appears based born built buried deployed dies employed established exhibited filmed found ' +
    'founded happens headquartered held hosted incorporated launched lies lives located made meets ' +
    'occurs participates performed plays produced published registered resides seated situated ' +
    'stands stored studied studies takes-place teaches works written',
)

/** Nouns that name what one thing is of another: "member of". Adjectives lead nowhere: "aware of". */
export const nouns = listed(
  'agent ally ancestor aspect assistant attribute aunt author boss branch brother capital captain ' +
    'case cause CEO chair chapter chief child citizen class client colleague component consultant ' +
    'copy cousin daughter delegate department deputy descendant disciple division dog edition effect ' +
    'element enemy example exhibit fan father feature form friend group guest head heir host husband ' +
    'image instance king kind leader mayor member model mother native neighbour neighbor node ' +
    'page parent part participant partner patient peer person phase piece president product ' +
    'professor property province pupil queen relative resident result rival role room sample ' +
    'secretary section servant sibling sister son spouse stage step student subclass subgroup ' +
    'subproperty subset subsidiary subtype superclass supertype symptom synonym teacher town twin ' +
    'type uncle unit variant version vice-president victim village wife witness',
)
/** Endings of nouns, and of hardly anything else. */
export const nounEnding = /[a-z]{3}(?:er|or|ist|tion|sion|ment|ship|ee|ity)$/

/** Nouns whose plural is not the noun with -s. */
export const plurals: ReadonlyMap<string, string> = new Map([
  ['alumnus', 'alumni'],
  ['child', 'children'],
  ['hypothesis', 'hypotheses'],
  ['man', 'men'],
  ['person', 'people'],
  ['wife', 'wives'],
  ['woman', 'women'],
])
