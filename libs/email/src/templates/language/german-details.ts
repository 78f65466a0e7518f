/** What a problem of a template names in English words of ours, in German; "$1" is what was found. Words of the parser's own stay as they are. */
const details: readonly (readonly [RegExp, string])[] = [
  [/^the brackets do not match$/, 'die Klammern passen nicht zueinander'],
  [/^"(.+)" has no "(end.+)"$/, '„$1“ hat kein „$2“'],
  [/^"(.+)" stands alone$/, '„$1“ steht allein'],
  [/^a tag has two braces, not three$/, 'ein Tag hat zwei Klammern, nicht drei'],
  [/^a comment "\{#" is never closed$/, 'ein Kommentar „{#“ wird nie geschlossen'],
  [/^"#\}" closes no comment$/, '„#}“ schließt keinen Kommentar'],
  [/^"(.+)" is closed by "(.+)"$/, '„$1“ wird mit „$2“ geschlossen'],
  [/^"(.+)" is closed by one brace$/s, '„$1“ wird mit nur einer Klammer geschlossen'],
  [/^this tag is empty$/, 'dieses Tag ist leer'],
  [/^this tag is never closed$/, 'dieses Tag wird nie geschlossen'],
  [
    /^this tag is not closed before the next one begins$/,
    'dieses Tag ist nicht geschlossen, bevor das nächste beginnt',
  ],
  // How to fix it.
  [/^Write "or", or the filter (.+)\.$/, 'Schreibe „or“ oder den Filter $1.'],
  [/^Write "and"\.$/, 'Schreibe „and“.'],
  [
    /^Put what a filter takes into brackets, as in (.+)\.$/,
    'Setze, was ein Filter braucht, in Klammern wie bei $1.',
  ],
  [/^Compare with "=="\.$/, 'Vergleiche mit „==“.'],
  [/^Write a choice as "(.+)"\.$/, 'Schreibe eine Wahl als „$1“.'],
  [/^Write "(.+)" at its end\.$/, 'Schreibe „$1“ an sein Ende.'],
  [
    /^Write a field into it, as in (.+), or remove it\.$/,
    'Schreibe ein Feld hinein, wie $1, oder entferne es.',
  ],
  [
    /^Close it with "#\}"\. If it is no comment, write "\{ #" with a blank between\.$/,
    'Schließe ihn mit „#}“. Ist es kein Kommentar, schreibe „{ #“ mit einem Leerzeichen dazwischen.',
  ],
  [/^Remove it, or begin the comment with "\{#"\.$/, 'Entferne es oder beginne den Kommentar mit „{#“.'],
  [/^Close it with "(.+)"\.$/, 'Schließe es mit „$1“.'],
  [/^Write (.+)$/s, 'Schreibe $1'],
  // What cannot be used.
  [/^A chain of comparisons$/, 'Eine Kette von Vergleichen'],
  [/^A group of several values$/, 'Eine Gruppe mehrerer Werte'],
  [/^A regular expression$/, 'Einen regulären Ausdruck'],
  [/^This value$/, 'Diesen Wert'],
  [/^Calling a function$/, 'Den Aufruf einer Funktion'],
  [/^A dictionary$/, 'Ein Wörterbuch'],
  [/^Cutting a list$/, 'Das Schneiden einer Liste'],
  [/^An extension$/, 'Eine Erweiterung'],
  [/^A power$/, 'Eine Potenz'],
  [/^A whole division$/, 'Eine ganzzahlige Division'],
  // Where no field can stand.
  [/^in a comment$/, 'in einem Kommentar'],
  [/^inside a tag$/, 'innerhalb eines Tags'],
  [/^inside <(.+)>$/, 'innerhalb von <$1>'],
  [/^in the attribute (.*)$/, 'im Attribut $1'],
  // What a filter takes.
  [/^nothing$/, 'nichts'],
  [/^one value, for when the field is empty$/, 'einen Wert für den Fall, dass das Feld leer ist'],
  [/^a number of characters$/, 'eine Zahl von Zeichen'],
  [/^a text and what replaces it$/, 'einen Text und was ihn ersetzt'],
  [/^a text to put between$/, 'einen Text, der dazwischen steht'],
  [/^a number of decimals$/, 'eine Zahl von Nachkommastellen'],
  [/^short, medium, long or full$/, 'short, medium, long oder full'],
  [/^the field that is meant$/, 'das gemeinte Feld'],
];

export function inGerman(detail: unknown): string {
  const text = String(detail);
  const known = details.find(([pattern]) => pattern.test(text));
  if (known) return text.replace(known[0], known[1]);
  return text.replace(/^"(.+)"$/s, '„$1“');
}
