import { isSafeAddress, REFUSED_ADDRESS } from './address.js';
import { admitLength, BudgetExceeded, budgets } from './budget.js';
import { AddressWriter } from './address-writer.js';
import { decodeEntities } from './entities.js';
import { escapeFor, escapeHtml } from './escape.js';
import { applyFilter, toText } from './filters.js';
import type { Value } from './value.js';
import { formatPlain, type Formats } from './formats.js';
import type { BinaryOperator, Expression, Node } from './tree.js';

export interface Environment {
  readonly data: Readonly<Record<string, Value>>;
  readonly formats: Formats;
  /** A monotonic clock in milliseconds. */
  readonly clock: () => number;
}

/** Writes a checked tree over plain data. @throws BudgetExceeded */
export function evaluateTree(nodes: readonly Node[], environment: Environment): string {
  return new Evaluation(environment).run(nodes);
}

/** Reading the clock costs more than a step. */
const STEPS_BETWEEN_CHECKS = 256;

class Evaluation {
  #steps = 0;
  #nextCheck = STEPS_BETWEEN_CHECKS;
  #written = 0;
  #parts: string[] = [];
  /** While an address is written. */
  #address: AddressWriter | undefined;
  readonly #scopes = [new Map<string, Value>()];
  readonly #deadline: number;

  constructor(private readonly environment: Environment) {
    this.#deadline = environment.clock() + budgets.milliseconds;
  }

  run(nodes: readonly Node[]): string {
    this.#sequence(nodes);
    return this.#parts.join('');
  }

  /** @param cost more than one where a long text is read */
  #step(cost = 1): void {
    this.#steps += cost;
    if (this.#steps > budgets.steps) throw new BudgetExceeded('steps');
    if (this.#steps < this.#nextCheck) return;
    this.#nextCheck = this.#steps + STEPS_BETWEEN_CHECKS;
    if (this.environment.clock() > this.#deadline) throw new BudgetExceeded('milliseconds');
  }

  #write(text: string): void {
    this.#written += text.length;
    if (this.#written > budgets.output) throw new BudgetExceeded('output');
    this.#parts.push(text);
    this.#address?.append(text);
  }

  #output({ value, slot }: Node & { n: 'output' }): void {
    const text = toText(formatPlain(this.#value(value), this.environment.formats));
    if (slot !== 'address' && slot !== 'encoded') return this.#write(escapeFor(slot, text));
    this.#write(escapeHtml((this.#address ?? new AddressWriter()).encode(text, slot === 'encoded')));
  }

  #sequence(nodes: readonly Node[]): void {
    for (const node of nodes) this.#node(node);
  }

  #node(node: Node): void {
    this.#step();
    switch (node.n) {
      case 'text':
        return this.#write(node.value);
      case 'output':
        return this.#output(node);
      case 'address':
        return this.#writeAddress(node);
      case 'if':
        return this.#sequence(truthy(this.#value(node.when)) ? node.then : node.otherwise);
      case 'set':
        this.#scopes.at(-1)!.set(node.name, this.#value(node.value));
        return;
      case 'for':
        return this.#loop(node);
    }
  }

  /** Writes the parts as a whole, or what leads nowhere. */
  #writeAddress({ parts, plain }: Node & { n: 'address' }): void {
    const outside = this.#parts;
    this.#parts = [];
    this.#address = new AddressWriter();
    this.#sequence(parts);
    this.#address = undefined;
    const address = this.#parts.join('');
    this.#parts = outside;
    const safe = isSafeAddress(address) ? address : REFUSED_ADDRESS;
    this.#parts.push(plain ? decodeEntities(safe) : safe);
  }

  #loop({ name, list, body, otherwise }: Node & { n: 'for' }): void {
    const items = this.#value(list);
    if (!Array.isArray(items) || items.length === 0) return this.#sequence(otherwise);
    const { length } = items;
    for (const [index0, item] of (items as readonly Value[]).entries()) {
      this.#step();
      const loop = { index: index0 + 1, index0, length, first: index0 === 0, last: index0 === length - 1 };
      this.#scopes.push(
        new Map<string, Value>([
          ['loop', loop],
          [name, item],
        ]),
      );
      this.#sequence(body);
      this.#scopes.pop();
    }
  }

  #value(expression: Expression): Value {
    this.#step();
    const value = this.#compute(expression);
    if (typeof value === 'string' || Array.isArray(value)) {
      if (typeof value === 'string') admitLength(value.length);
      this.#step(value.length >> 10);
    }
    return value;
  }

  #compute(expression: Expression): Value {
    switch (expression.x) {
      case 'literal':
        return expression.value;
      case 'path':
        return this.#lookup(expression.path);
      case 'filter':
        return applyFilter(
          expression.name,
          this.#value(expression.input),
          expression.args.map((arg) => this.#value(arg)),
          this.environment.formats,
        );
      case 'not':
        return !truthy(this.#value(expression.operand));
      case 'negative':
        return -number(this.#value(expression.operand));
      case 'choose':
        if (truthy(this.#value(expression.when))) return this.#value(expression.then);
        return expression.otherwise && this.#value(expression.otherwise);
      case 'test': {
        const value = this.#value(expression.operand);
        return expression.name === 'defined' ? value !== undefined && value !== null : !truthy(value);
      }
      case 'list':
        return expression.items.map((item) => this.#value(item));
      case 'binary':
        return this.#binary(expression.op, expression.left, expression.right);
    }
  }

  #lookup([name, ...keys]: readonly string[]): Value {
    const scope = this.#scopes.findLast((one) => one.has(name!));
    let value: Value = scope ? scope.get(name!) : own(this.environment.data, name!);
    for (const key of keys) value = own(value, key);
    return value;
  }

  #binary(op: BinaryOperator, leftExpression: Expression, rightExpression: Expression): Value {
    const left = this.#value(leftExpression);
    if (op === 'and') return truthy(left) ? this.#value(rightExpression) : left;
    if (op === 'or') return truthy(left) ? left : this.#value(rightExpression);
    return combine(op, left, this.#value(rightExpression));
  }
}

/** Own properties of plain data alone: never what an object inherits. */
function own(value: Value, key: string): Value {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) ? (value as Readonly<Record<string, Value>>)[key] : undefined;
}

const truthy = (value: Value): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));
const number = (value: Value): number => (typeof value === 'number' ? value : Number(toText(value)) || 0);

function combine(op: Exclude<BinaryOperator, 'and' | 'or'>, left: Value, right: Value): Value {
  switch (op) {
    case 'in':
      return Array.isArray(right)
        ? right.includes(left)
        : typeof right === 'string' && right.includes(toText(left));
    case '~':
      return toText(left) + toText(right);
    case '+':
      if (typeof left === 'string' || typeof right === 'string') return toText(left) + toText(right);
      return number(left) + number(right);
    case '-':
      return number(left) - number(right);
    case '*':
      return number(left) * number(right);
    case '/':
      return number(right) === 0 ? 0 : number(left) / number(right);
    case '%':
      return number(right) === 0 ? 0 : number(left) % number(right);
    case '==':
      return left === right || (left ?? null) === (right ?? null);
    case '!=':
      return (left ?? null) !== (right ?? null);
    default:
      return ordered(op, left, right);
  }
}

function ordered(op: '<' | '<=' | '>' | '>=', left: Value, right: Value): boolean {
  const bothText = typeof left === 'string' && typeof right === 'string';
  const [a, b] = bothText ? [left, right] : [number(left), number(right)];
  if (op === '<') return a < b;
  if (op === '<=') return a <= b;
  return op === '>' ? a > b : a >= b;
}
