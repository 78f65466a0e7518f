import { catalogue } from '../../messages/catalogue.js';

export const m = catalogue({
  en: {
    title: 'Approvals',
    about: 'Workflows that wait for your answer before they go on.',
    which: 'Which approvals',
    waiting: 'Waiting',
    approved: 'Approved',
    declined: 'Declined',
    lapsed: 'Not answered',
    noWaiting: 'Nothing waits for your answer.',
    noApproved: 'Nothing has been approved yet.',
    noDeclined: 'Nothing has been declined yet.',
    noLapsed: 'Every question was answered in time.',
  },
  de: {
    title: 'Freigaben',
    about: 'Abläufe, die auf deine Antwort warten, bevor sie weitergehen.',
    which: 'Welche Freigaben',
    waiting: 'Offen',
    approved: 'Freigegeben',
    declined: 'Abgelehnt',
    lapsed: 'Ohne Antwort',
    noWaiting: 'Nichts wartet auf deine Antwort.',
    noApproved: 'Noch nichts wurde freigegeben.',
    noDeclined: 'Noch nichts wurde abgelehnt.',
    noLapsed: 'Jede Frage wurde rechtzeitig beantwortet.',
  },
});
