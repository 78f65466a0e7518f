/** RFC 5322 2.1.1: no line is longer, so no id is. */
const MOST_OCTETS = 998;
const MOST_IDS = 200;
const ID = /<([^<>\s]+)>/g;

/** With something on both sides of an `@`; some servers leave it out, in ids that are long enough to be nobody else's. */
const isId = (inner: string): boolean =>
  /^[^@].*@[^@]+$/.test(inner) || /^(?=.*\d)[\w.$+=-]{16,}$/.test(inner);

/**
 * The ids of Message-ID, In-Reply-To or References, with their angle brackets. Only what stands in brackets is one: programs
 * write dates, names and SMTP answers beside them, glue them to each other, and fold them in the middle.
 * @param field unfolded
 */
export function readMessageIds(field: string): readonly string[] {
  const ids = new Set<string>();
  // A blank within brackets is a line that was folded there.
  const joined = field.replace(/<[^<>]{0,1000}>/g, (id) => id.replace(/\s+/g, ''));
  for (const [id, inner = ''] of joined.matchAll(ID)) {
    if (isId(inner) && id.length <= MOST_OCTETS) ids.add(id);
  }
  // The parents next to a message stand last.
  return [...ids].slice(-MOST_IDS);
}
