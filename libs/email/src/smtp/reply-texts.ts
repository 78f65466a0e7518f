// What servers say in words, where codes say too little. Each pattern is linear: replies come from strangers.

/** The recipient's mailbox takes no more. */
export const mailboxFull =
  /(?:mailbox|inbox|account that you tried to reach|recipient|user)\b.{0,60}\b(?:full|over ?quota|out of storage)|(?:mailbox|inbox|recipient|storage|user)\b.{0,40}\bquota|exceed\w*.{0,30}(?:storage|mailbox) (?:allocation|limit|quota)|insufficient (?:disk )?(?:storage|space)|postfach\b.{0,60}\bvoll|bo[iî]te\b.{0,60}\b(?:pleine|satur)/i;

/** The recipient's server, or the recipient, does not want mail from this sender. */
export const recipientRefuses =
  /blocked by (?:the )?recipient|recipient.{0,40}\b(?:blocked|denies|denied|rejects) (?:the |this |your )?(?:sender|mail)|user (?:denylist|blacklist)|resolver\.rst\.(?:authrequired|notauthorized|restrictedtorecipientspermission)|(?:only accepts?|restricted to).{0,40}\b(?:members|senders)|not accepting (?:mail|messages) from/i;

/** Nobody of this name is there. */
export const userUnknown =
  /\b(?:user|recipient|mailbox|account|address|alias)\b.{0,60}\b(?:unknown|not found|does(?: not|n['’]t) exist|doesn['’]t have|no longer|disabled|inactive|invalid|not exist|unavailable|not local|blocked due to inactivity)|\b(?:unknown|no such|invalid|nonexistent|illegal|unrouteable|unroutable)\b.{0,30}\b(?:user|recipient|mailbox|address|alias|person)|no mailbox here|recipient address rejected|(?:empf[äa]nger|postfach|adresse)\b.{0,60}\b(?:unbekannt|existiert nicht|nicht (?:gefunden|vorhanden|verf[üu]gbar|bekannt))|destinataire\b.{0,60}\b(?:inconnu|invalide|inexistant|introuvable)|(?:utilisateur|bo[iî]te) (?:inconnue?|inexistante?)/i;

export const domainUnknown =
  /(?:host|domain)\b.{0,40}\b(?:unknown|not found|does not exist|no longer)|no such (?:host|domain)|unknown (?:host|domain)|no (?:valid )?mx|unrouteable mail domain/i;

/** The account may not send as this address. */
export const senderRejected =
  /sender address (?:is )?(?:rejected|not allowed|not permitted|denied|refused|not valid)|not owned by|send ?as ?denied|not allowed to send as|permissions? to send (?:as|on behalf)|from(?: header)? address (?:does not|doesn['’]t|is not|isn['’]t|must|you supplied)|(?:does not|doesn['’]t) match (?:a |the )?(?:verified|authenticated|authori[sz]ed)|sender (?:identity|verify failed|verification failed|not (?:allowed|authori[sz]ed|permitted|verified)|is not (?:allowed|authori[sz]ed|permitted|verified))|not a sender signature|not authori[sz]ed to (?:send|use) (?:from|as|this|mail from|on behalf)|(?:email )?address is not verified|identities failed|relaying disallowed as|envelope sender|badmailfrom|not one of your addresses|sender denied|from address .{0,60}\bnot (?:allowed|owned|yours)|absender(?:adresse)?\b.{0,60}\b(?:nicht|abgelehnt|ung[üu]ltig|unzul[äa]ssig|verweigert)|exp[ée]dit(?:eur|rice)\b.{0,40}\b(?:refus|rejet|non autoris|pas autoris|interdit|invalide)/i;

/** The account has sent as much as it may for now. */
export const limitReached =
  /(?:daily|hourly|monthly|sending|send|outbound|outgoing|relay|message|messaging|e-?mail|mail|submission|plan|tenant|external recipients?)\b.{0,50}\b(?:limits?|quota|threshold|credits)\b.{0,40}\b(?:exceeded|reached|hit|surpassed|used up)|(?:exceed|reach|hit|over|used up|surpass)\w*\b.{0,50}\b(?:daily|hourly|monthly|sending|messaging|outbound|submission|message|mail|e-?mails?)\b.{0,30}\b(?:limits?|quota|threshold|credits|allowance|rate)|submissionquotaexceeded|e-?mails per (?:hour|day|month)|messages per (?:hour|day|month)|defers and failures per hour|(?:maximum|out of|no) (?:e-?mail )?credits|sent too many|too many (?:messages|e-?mails|mails)\b.{0,20}\b(?:today|sent|per)|quota exceeded.{0,30}\bsender|mail send limit|(?:sende|versand|tages)[- ]?(?:limit|kontingent|quota)|zu viele (?:e-?mails|nachrichten)|(?:quota|limite) (?:d['’ ]envoi|quotidien|journali[eè]r)|trop de (?:messages|mails|courriels)/i;

/** The account was stopped by its provider, or is not paid. */
export const suspended =
  /(?:account|service|sending|domain|outgoing (?:e-?)?mail|outbound (?:e-?)?mail|mailbox .{0,40}sending|user)\b.{0,60}\b(?:suspended|paused|disabled|locked|blocked|deactivated|restricted|compromised|pending approval|under review|expired|on hold)|(?:suspended|disabled|locked|compromised|unpaid) (?:account|user)|email outgoing blocked|bad outbound sender|unusual sending activity|payment (?:required|overdue|failed)|past due|unpaid|konto\b.{0,40}\b(?:gesperrt|deaktiviert)|compte\b.{0,40}\b(?:suspendu|bloqu|d[ée]sactiv)/i;

/** The address of the machine that sends has a bad name. */
export const reputation =
  /spamhaus|barracuda|spamcop|sorbs|senderscore|\b(?:dnsbl|rbl|zen|pbl|sbl|xbl)\b|black ?list|block ?list|(?:client host|ip|ips|ip address|network|server)\b.{0,80}\b(?:blocked|rejected|banned|listed|denied|not authorized to send|reputation)|(?:poor|low|bad) reputation|banned sending ip|reverse (?:dns|hostname)|ptr (?:record|resource)|traffic not accepted|permanently deferred|unusual rate of unsolicited/i;

/** A blocklist of what is in a mail, not of who sends it. */
export const contentListed =
  /\b(?:surbl|uribl|dbl)\b|\b(?:url|uri|link)s?\b.{0,60}\b(?:black|block|listed|malicious|phish)/i;

export const relayDenied =
  /relay(?:ing)?\b.{0,40}\b(?:denied|not permitted|prohibited|disallowed|not allowed|refused)|unable to relay|relay access|rcpthosts|(?:not|isn['’]t) (?:allowed|permitted) to relay|credentials for relay|unauthenticated senders? not|authentication (?:is )?required|not (?:logged in|authenticated)|(?:was|is) not authenticated|log ?in (?:first|required)|turn on smtp authentication|authentifizierung (?:ist )?erforderlich|authentification (?:requise|obligatoire|n[ée]cessaire)/i;

/** What the sending domain says of itself in the DNS does not fit. */
export const domainSetup =
  /\b(?:spf|dkim|dmarc)\b|unauthenticated (?:e-?mail|message)|sender id \(pra\)|sender address rejected: domain not found|domain of sender address|sender domain\b.{0,60}\b(?:not|unknown|invalid|must|exist)|(?:unregistered|unverified) domain|domain (?:is |not )?(?:unverified|not verified|verified)|dns configuration/i;

export const tooBig =
  /(?:message|mail|e-?mail|nachricht|size)\b.{0,60}\b(?:too (?:big|large)|size limit|exceeds?.{0,40}\b(?:size|maximum|databytes|limit)|size exceed)|too (?:big|large)|size exceeds|nachricht.{0,20}zu gro(?:ß|ss)|message trop (?:gros|volumineux|lourd)/i;

export const contentRefused =
  /\bspam\b|\bjunk\b|unsolicited|virus|malware|phish|content|potential security|attachment|suspicious|bad[- _]header|message (?:was )?(?:refused|rejected|blocked|classified)|mail rej(?:ected|et)/i;

/** A sign-in by password is switched off for the whole organisation. */
export const signInOff =
  /smtpclientauthentication is disabled|basic auth\w* (?:is )?(?:not supported|disabled|blocked)|authentication (?:method )?(?:is )?disabled|imap access is disabled|smtp (?:access|auth\w*) (?:is )?(?:disabled|not enabled|switched off)|pop.{0,6}imap.{0,40}(?:aktivier|freischalt)|third[- ]party (?:apps?|access)\b.{0,40}\b(?:disabled|not)/i;
export const appPassword =
  /app(?:lication)?[- ]specific password|app password|anwendungs(?:spezifisches )?passwort/i;
export const tlsNeeded =
  /starttls|must use (?:tls|ssl)|encryption (?:is )?required|\btls\b.{0,30}\b(?:required|needed|first)|secure connection/i;
export const greylisted = /gr[ae]y ?list|postgrey|come back later|try again in \d+ (?:s|m)/i;

/** Too much at once: no verdict on the sign-in (RFC 5530 calls it UNAVAILABLE, INUSE or LIMIT). */
export const throttled =
  /\b(?:UNAVAILABLE|INUSE)\b|too many (?:(?:concurrent |simultaneous )?connections|(?:failed )?(?:log-?in|sign-?in|auth\w*) (?:attempts|failures)|attempts)|try again (?:later|in)|temporar(?:y|ily) (?:authentication failure|unavailable|blocked|locked)|throttl|rate limit|server (?:is )?busy|login rate|zu viele (?:verbindungen|anmelde\w*)|trop de (?:connexions|tentatives)/i;

/** The account sends too much at once or too fast; what it may send in a day is another matter. */
export const tooFast =
  /too many (?:(?:concurrent |simultaneous |open )?(?:smtp )?(?:connections|sessions)|(?:log-?in|sign-?in|auth\w*) attempts|messages (?:in|on|for) this|messages too|(?:messages|e-?mails|mails|requests) (?:too fast|per (?:second|minute|connection)))|throttl|\brate[- ]?limit|(?:sending|message|submission|connection|delivery|mail|login) rate|\brate (?:is )?(?:exceed|too)|(?:exceed\w*|over) .{0,40}\brate\b|sent too fast|sending too (?:fast|quickly|many)|too (?:fast|quickly)|slow down|(?:thread|concurrency|connection) limit|zu (?:schnell|viele (?:verbindungen|anmelde\w*))|trop (?:vite|de connexions)/i;

const later =
  /(?:try|retry|again|later|wait|come back|versuch\w*|r[ée]essay\w*)\b.{0,40}?\b(?:in|after|for|within|nach|dans)\s{1,3}(\d{1,5})\s?(s|sec|secs|second|seconds|sekunden?|secondes?|m|min|mins|minute|minutes|minuten|h|hr|hrs|hour|hours|stunden?|heures?)\b/i;
const unitSeconds = { s: 1, m: 60, h: 3_600 } as const;
const LONGEST_WAIT = 86_400;

/** Seconds after which a server wants to be tried again, where it says so: "try again in 5 minutes". */
export function waitIn(text: string): number | undefined {
  const found = later.exec(text);
  if (!found) return undefined;
  const [, number, unit] = found;
  const short = unit!.toLowerCase()[0]!;
  const per =
    short === 'm' ? unitSeconds.m : short === 's' && !/^st/i.test(unit!) ? unitSeconds.s : unitSeconds.h;
  return Math.min(LONGEST_WAIT, Number(number) * per);
}
