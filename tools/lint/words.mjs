/**
 * Finds words that the glossary (docs/glossary.md) has replaced: `found` are names and texts that must not come back, each with what to
 * say instead. `words.cases.mjs` has an example that each finds, and neighbors that it leaves alone.
 */

/** @type {readonly { was: string, use: string, found: RegExp }[]} */
export const replacedTerms = [
  {
    was: 'words',
    use: 'describeX, message, label, content',
    found: /(?<=[a-z])(?<!\b(?:decode|private|parse))Words\b|\b(?:const|let) wordsOf[A-Z]/,
  },
  { was: 'happening', use: 'event', found: /happening/i },
  {
    was: 'asked, asking',
    use: 'caller, request',
    found:
      /@Asking\b|\b(?:is|was|on|set|only)(?:Asked|Asking)\b|\b(?:asked|asking)[A-Z]|\basked_at\b|\b(?:const|let|function|readonly) (?:asked|asking)\b|type: 'asked'|\bwhat (?:a person|people) ask(?:s|ed)? of (?:a |the )?runs?\b|\bwho asks, and in which studio\b/i,
  },
  {
    was: 'tell, told',
    use: 'notify, signal',
    found:
      /\btell(?:Run|Dispatchers|OtherWindows)\b|\btell_run\b|\btold_?at\b|\b(?:const|let) told\b|\b(?:Run)?Teller\b|\bsettledUntold\b|\brun(?:s| \$\{\w+\})? could not be told\b/i,
  },
  {
    was: 'move, relocate, adopt, landing (of a run)',
    use: 'migrate, migration plan, step target',
    found:
      /\bmove-?runs\b|\brelocat|\badopt(?:s|ed|ing|Version)?\b|\blandings?\b|\bexplainLanding|\bdisplaced\b|\btold to move\b/i,
  },
  {
    was: 'stand, standing, stands',
    use: 'status',
    found:
      /\bstanding(?:Of|Runs)?\b|\b[Ss]tandRun\b|'stand'|\bhow (?:a|the) (?:run|step) stands\b|\bruns? stands?\b|\bstands? so\b/i,
  },
  {
    was: 'hold, held (of runs and rows)',
    use: 'paused, awaiting approval, lock',
    found:
      /\bmail\.held\b|phase: 'held'|\bHeldMail(?:View|Repository|sService)?\b|\b(?:get|preview|use)HeldMail\b|\bholds (?:its|those|the) (?:open )?runs\b|\bruns? (?:is|are) held\b|\brow (?:that )?(?:is held|somebody holds)\b/,
  },
  {
    was: 'look (of a periodic job)',
    use: 'sweep, check, snapshot, style',
    found: /\bLOOK_\w+|\b(?:last|next|each|one) look\b|\blookFor[A-Z]|\b#?nextLook\b|\bworkers look\b/,
  },
  { was: 'hears', use: 'receive', found: /\bhear(?:s[A-Z]|Signals)\w*/ },
  { was: 'Once', use: 'idempotent step', found: /\b(?:class|new|extends) Once\b|: Once\b/ },
  { was: 'Courier', use: 'webhook delivery worker', found: /courier/i },
  { was: 'answered_requests', use: 'idempotency_keys', found: /answered_requests|answeredRequests/ },
  {
    was: 'Needs, Answers, Repeatable',
    use: 'RequirePermission, ApiAnswer, Idempotent',
    found: /@(?:Needs|Answers|Repeatable)\(/,
  },
  { was: 'becoming', use: 'status transition', found: /\bbecoming\b/i },
  {
    was: 'schedule, Scheduled (of a step)',
    use: 'resolveWait, ResolvedWait',
    found: /(?<!['`])\bScheduled\b|\bScheduleStep\b|'scheduling'|type: 'scheduled?'|activities\.schedule\b/,
  },
  { was: 'mended, mending', use: 'fixed, fix', found: /\bmend(?:s|ed|ing)?\b/i },
  {
    was: 'behind',
    use: 'after',
    found:
      /\b(?:goes|go|going) on behind\b|\bbehind (?:the|its|their|an?|each|both|both|every) (?!proxy|path such|constraint|schema|quick|%s)|\b(?:what|none|nothing) (?:comes|stands) behind\b/i,
  },
  { was: 'stillDue', use: 'isOverdue', found: /\bstillDue\b/ },
  {
    was: 'in the same stroke, in the same breath',
    use: 'in the same transaction, in the same call',
    found: /\bsame (?:strokes?|breath)\b/i,
  },
  { was: 'hearsMeanwhile, ofEveryEngine', use: 'nothing: there is one engine', found: /\bofEveryEngine\b/ },
];

/**
 * @param {ReadonlyMap<string, string>} files text by name
 * @returns {string[]} "a.ts:3 says "courier": use webhook delivery worker", one for each line and word
 */
export const replacedTermsIn = (files) =>
  [...files].flatMap(([name, text]) =>
    replacedTerms.flatMap((term) => placesOf(term, name, `${name}\n${text}`)),
  );

function placesOf({ use, found }, name, text) {
  if (!found.test(text)) return [];
  return text.split('\n').flatMap((line, number) => {
    const [said] = found.exec(line) ?? [];
    return said === undefined ? [] : [`${name}:${number} says "${said}": use ${use}`];
  });
}
