/** For each word that is replaced: text in which it is found, and text beside it that is left alone. */
export const wordCases = [
  {
    was: 'words',
    found: ['reasonWords(reason)', 'type SummaryWords ='],
    fine: ['any of these words', 'decodeWords(line)'],
  },
  {
    was: 'happening',
    found: ['RehearsalHappening', '"happenings": []'],
    fine: ['it has happened', "outcome: 'happened'"],
  },
  {
    was: 'asked, asking',
    found: ['@Asking() caller', 'const asked = 1', 'isAsked', '/** What people asked of a run */'],
    fine: ['asked for approval', 'somebody is asked'],
  },
  {
    was: 'tell, told',
    found: ['tellRun(send)', 'tell_run = true', 'toldAt', 'new RunTeller('],
    fine: ['nobody can tell keys apart', "defaults('tell')"],
  },
  {
    was: 'move, relocate, adopt, landing (of a run)',
    found: ['/versions/2/move-runs', 'relocate(plan)', 'adopt(call)', 'explainLanding(to)'],
    fine: ['moveStep', 'where each run lands'],
  },
  {
    was: 'stand, standing, stands',
    found: ['type Standing =', "type: 'stand'", 'how the run stands', 'the step at which a run stands'],
    fine: ['a field cannot stand here', 'what stands before the @'],
  },
  {
    was: 'hold, held (of runs and rows)',
    found: ["code: 'mail.held'", "phase: 'held'", 'getHeldMail()', 'a row that somebody holds'],
    fine: ['HeldMailsPage', 'Held emails', "state: 'held'"],
  },
  {
    was: 'look (of a periodic job)',
    found: ['const LOOK_MS = 1', 'since the last look', 'lookForNewVersion()'],
    fine: ['looked up by index', 'somebody looks at it'],
  },
  { was: 'hears', found: ['hearsMeanwhile(state)', 'hearSignals(inputs)'], fine: ['a run hears of it'] },
  { was: 'Once', found: ['class Once {', 'new Once('], fine: ['publishOnce()', 'once for each record'] },
  { was: 'Courier', found: ['new Courier('], fine: ['a delivery worker'] },
  { was: 'answered_requests', found: ['INSERT INTO answered_requests'], fine: ['idempotency_keys'] },
  {
    was: 'Needs, Answers, Repeatable',
    found: ["@Needs('read')", '@Answers(', '@Repeatable()'],
    fine: ['needs a server', "@ApiAnswer('x'"],
  },
  { was: 'becoming', found: ['const becoming = {'], fine: ['becomes'] },
  {
    was: 'schedule, Scheduled (of a step)',
    found: ['Promise<Scheduled>', "phase: 'scheduling'", "type: 'schedule'"],
    fine: ["action: 'reschedule'", '@nestjs/schedule'],
  },
  { was: 'mended, mending', found: ['has to be mended', 'how to mend it'], fine: ['recommended', 'amended'] },
  {
    was: 'behind',
    found: ['goes on behind the step', 'behind its last step'],
    fine: ['Behind a proxy', 'left behind', 'The id behind a path such as'],
  },
  { was: 'stillDue', found: ['const stillDue ='], fine: ['isOverdue'] },
  {
    was: 'in the same stroke, in the same breath',
    found: ['in the same stroke', 'in the same breath'],
    fine: ['in the same transaction'],
  },
  { was: 'hearsMeanwhile, ofEveryEngine', found: ['ofEveryEngine(answer)'], fine: ['of every version'] },
];
