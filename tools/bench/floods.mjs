/** What the slowest requests cost everybody else: how long `/health/live` takes while they are answered, and with nothing to do. */
import { Worker } from 'node:worker_threads';
import { API_KEY } from './stack.mjs';
import { percentiles } from './latency.mjs';

const times = (text, count) => text.repeat(count);
const loops = [...'abc'].reduce(
  (inner, name) => `{% for ${name} in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] %}${inner}{% endfor %}`,
  '{{ client.firstName | upper }} and more of it',
);
/** Each about as large as a template may be. */
const slow = [
  times('<b>', 33_000) + times('</p>', 24_700),
  times('<div>', 20_000) + times('</x>', 20_000),
  times('<b>x</i>', 25_000),
  times('<table><tr><td>', 13_000),
  `<p ${times('a=1 ', 49_000)}>x`,
  times('{{ client.firstName }}', 6_600),
  loops,
];

const send = async (stack, path, body, headers = {}) => {
  const response = await fetch(`${stack.apiUrl}/api/v1/${path}`, {
    method: headers['if-match'] ? 'PUT' : 'POST',
    headers: { authorization: `Bearer ${API_KEY}`, 'content-type': 'application/json', ...headers },
    body,
  });
  return { status: response.status, body: await response.json() };
};

/** A thread of its own asks, so that what this one does with large bodies is not measured. */
async function healthWhile(stack, work) {
  const probe = new Worker(new URL('./health-probe.mjs', import.meta.url), {
    workerData: `${stack.apiUrl}/api/health/live`,
  });
  await new Promise((resolve) => probe.once('message', resolve));
  const result = await work();
  const waits = await new Promise((resolve) => {
    probe.once('message', resolve);
    probe.postMessage('enough');
  });
  return { result, waits };
}

async function slowWorkflow(stack) {
  const ids = [];
  for (const [index, html] of [slow[0], slow[6]].entries()) {
    const made = await send(
      stack,
      'templates',
      JSON.stringify({ name: `Slow ${index}`, subject: 'x', html }),
    );
    ids.push(made.body.id);
  }
  const { body } = await send(stack, 'workflows', JSON.stringify({ name: 'Slow' }));
  const { kinds } = await import('@cueline/workflows');
  const steps = Array.from({ length: 60 }, (_, i) => ({
    ...kinds.sendMail.defaults(`m${i}`),
    template: ids[i % 2],
  }));
  const draft = JSON.stringify({ definition: { ...body.definition, steps } });
  const put = await send(stack, `workflows/${body.id}/draft`, draft, { 'if-match': '"1"' });
  if (put.status !== 200)
    throw new Error(`The draft was answered ${put.status}: ${JSON.stringify(put.body)}`);
  return body.id;
}

/** @param row prints a figure */
export async function floods(stack, row) {
  const id = await slowWorkflow(stack);
  const bodies = slow.map((html) => JSON.stringify({ subject: 'x', html }));
  const previews = (each) =>
    Promise.all(
      Array.from({ length: each }, () => bodies.map((body) => send(stack, 'templates/preview', body))).flat(),
    );
  const run = (path, body = '{}') => send(stack, `workflows/${id}/${path}`, body);
  const works = {
    'nothing to do': () => new Promise((resolve) => setTimeout(resolve, 5_000)),
    'one preview of each slow template': async () => {
      const answers = [];
      for (const body of bodies) answers.push(await send(stack, 'templates/preview', body));
      return answers;
    },
    '35 of them at once': () => previews(5),
    'two rehearsals of sixty slow mails': () => Promise.all([run('rehearsals'), run('rehearsals')]),
    'all together, and a backtest of a year': () =>
      Promise.all([run('rehearsals'), run('backtests', '{"days":365}'), previews(2)]).then((all) =>
        all.flat(),
      ),
  };
  await previews(1);
  for (const [name, work] of Object.entries(works)) {
    const since = performance.now();
    const { result = [], waits } = await healthWhile(stack, work);
    const [p50, , p99] = percentiles(waits);
    const figures = `${p50.toFixed(1)}, ${p99.toFixed(1)}, ${Math.max(...waits).toFixed(0)} ms`;
    row(
      `/health/live p50, p99, max beside: ${name}`,
      `${figures} (${((performance.now() - since) / 1000).toFixed(1)} s; ${answersOf(result)})`,
    );
  }
}

/** How many were answered how: "2 x 201, 1 x 422". */
function answersOf(result) {
  const counts = new Map();
  for (const { status } of result) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts].map(([status, count]) => `${count} x ${status}`).join(', ');
}
