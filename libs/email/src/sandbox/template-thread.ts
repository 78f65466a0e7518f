import { parentPort } from 'node:worker_threads';
import { compileTemplate, fieldsOf, renderTemplate } from '../templates/index.js';
import { READY, type PreviewRequest, type PreviewResult } from './template-sandbox.js';

/** The other side of TemplateSandbox: one request after the other, plain data in and out. */
parentPort?.on('message', ({ source, data, formats }: PreviewRequest) =>
  parentPort?.postMessage(preview({ source, data, formats })),
);

parentPort?.postMessage(READY);

function preview({ source, data, formats }: PreviewRequest): PreviewResult {
  const compiled = compileTemplate(source);
  if (!compiled.ok) return { outcome: 'broken', problems: compiled.problems };
  const rendered = renderTemplate(compiled.template, { data, formats, clock: () => performance.now() });
  if (!rendered.ok) return { outcome: 'tooCostly', budget: rendered.budget, part: rendered.part };
  return { outcome: 'rendered', mail: rendered.mail, fields: fieldsOf(compiled.template) };
}
