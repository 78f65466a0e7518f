/** Pages of the API, one request after the other over HTTP. */
import { API_KEY } from './stack.mjs';
import { percentiles } from './latency.mjs';

const WARM = 10;
const ROUNDS = 40;

/** @param row prints a figure */
export function pagesOf(stack, row) {
  const get = async (path) => {
    const began = performance.now();
    const response = await fetch(`${stack.apiUrl}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${API_KEY}` },
    });
    const body = await response.json();
    if (response.status !== 200)
      throw new Error(`GET ${path} was answered ${response.status}: ${JSON.stringify(body)}`);
    return { ms: performance.now() - began, body };
  };
  const measure = async (name, pathOf) => {
    const waits = [];
    for (let round = 0; round < WARM + ROUNDS; round++) waits.push((await get(pathOf(round))).ms);
    waits.splice(0, WARM);
    row(
      `GET /${name}: p50, p95, longest`,
      [...percentiles(waits).slice(0, 2), Math.max(...waits)].map((ms) => ms.toFixed(1)).join(', '),
    );
  };
  return { get, measure };
}
