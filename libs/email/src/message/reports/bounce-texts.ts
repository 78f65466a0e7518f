// How servers that use no form say that a mail did not arrive. Each pattern is linear: the texts come from strangers.

/** Who writes bounces. */
export const machine =
  /\b(?:mailer-?daemon|post_?master|mail-?daemon|mailerdaemon|mail delivery (?:sub)?system|mail delivery|mail system|delivery subsystem|bounce[sd]?|mdaemon|mail administrator|microsoft outlook|no-?reply-?(?:bounce|mail))\b|zustell/i;

export const bounceSubject =
  /undeliver|non.?deliver|not delivered|un(?:able to|successful) deliver|deliver(?:y|ed).{0,30}(?:fail|problem|error|status|report|not|impossible)|fail(?:ed|ure)? (?:mail|delivery|notice)|failure notice|returned (?:mail|message|to sender)|return(?:ed|ing) .{0,20}mail|mail (?:could not|failure|error|status)|message (?:could not|not|delivery|blocked)|could not (?:send|deliver|be)|bounce|rejected|undelivered|unzustell|nicht zugestellt|zustell.{0,30}(?:fehl|problem|nicht)|non remis|[ée]chec de (?:la )?(?:remise|distribution)|mensaje no|no se pudo|devuelto|mancata consegna|user unknown|mail system error|エラー|配信|failed recipient/i;

export const delayedSubject =
  /\bdelay|still (?:being retried|trying)|temporar|warning: (?:could not|message)|not yet been delivered|verz[öo]ger/i;

/** What the text says of the mail. */
export const bounceText =
  /\b[45]\d\d[ -](?:#?[45]\.\d{1,3}\.\d{1,3}|[a-z<])|\b#?[45]\.\d{1,3}\.\d{1,3}\b|could not be (?:delivered|sent)|couldn.t be delivered|(?:was|is) undeliverable|undeliverable|not delivered|wasn.t (?:delivered|able)|unable to deliver|delivery (?:.{0,40})(?:failed|failure)|delivery to the following|permanent (?:fatal )?error|user unknown|unknown user|no such user|mailbox (?:is )?(?:full|unavailable|not found)|over ?quota|does not exist|doesn.t (?:exist|have)|host (?:or domain name )?(?:not found|unknown)|rejected|address (?:couldn.t be found|not found|rejected)|returned to (?:you|sender)|(?:konnte|kann) nicht zugestellt|unzustellbar|n.a pas pu [êe]tre|pas pu remettre|impossible de (?:remettre|distribuer)|no se pudo entregar|non [èe] stato possibile|送信|配信|存在しません|reject reason/i;

/** An answer of a reader's mail program: nobody's bounce. */
export const automaticAnswer =
  /out of (?:the )?office|auto(?:matic)?[- ]?(?:re(?:ply|sponse)|answer)|vacation|on holiday|abwesen|urlaub|absence|r[ée]ponse automatique|automatische antwort|away from/i;
