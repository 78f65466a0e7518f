import { API_KEY } from './stack.mjs';
import { percentile } from './processes.mjs';

/** [p50, p95, p99] */
export const percentiles = (waits) => [0.5, 0.95, 0.99].map((p) => percentile(waits, p));

/** From the answer to POST /bookings until the catcher has the mail, at a steady rate: milliseconds of each. @param tag of its own for each call */
export async function latency(stack, clientId, tag, perSecond, count) {
  const accepted = new Map();
  const before = (await caught(stack, 1)).total;
  const posts = [];
  for (let i = 0; i < count; i++) {
    posts.push(post(stack, clientId, `latency ${tag}-${i}`, accepted));
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  await Promise.all(posts);
  while ((await caught(stack, 1)).total < before + count)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const mails = (await caught(stack, count)).items;
  const byBooking = new Map();
  for (const mail of mails) {
    const { text } = await (await fetch(`${stack.catcherUrl}/messages/${mail.id}`)).json();
    byBooking.set(/latency \w+-\d+/.exec(text)?.[0], Date.parse(mail.receivedAt));
  }
  return [...accepted].map(([title, at]) => byBooking.get(title) - at);
}

const caught = async (stack, limit) => (await fetch(`${stack.catcherUrl}/messages?limit=${limit}`)).json();

async function post(stack, clientId, title, accepted) {
  const body = JSON.stringify({
    clientId,
    title,
    kind: 'wedding',
    startsAt: '2027-06-12T13:00:00Z',
    endsAt: '2027-06-12T21:00:00Z',
  });
  const headers = { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json' };
  const response = await fetch(`${stack.apiUrl}/api/v1/bookings`, { method: 'POST', headers, body });
  if (response.status !== 201) throw new Error(`POST /bookings answered ${response.status}`);
  accepted.set(title, Date.now());
}
