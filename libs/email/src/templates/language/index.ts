export { compileTemplate, type Compiled, type CompiledTemplate, type TemplateSource } from './compile.js';
export { escapeHtml } from './escape.js';
export { budgets, explainBudget, type BudgetName } from './budget.js';
export type { Environment } from './evaluate.js';
export { readText } from './read-text.js';
export { fieldsOf, unknownFields, type UsedField } from './fields.js';
export { filterNames } from './filters.js';
export type { Value } from './value.js';
export { fillText, type FilledText } from './fill-text.js';
export type { Formats } from './formats.js';
export {
  explainTemplateProblem,
  mistakeOf,
  textMistakeOf,
  type TemplatePart,
  type TemplateProblem,
} from './problem.js';
export { headerLine, renderTemplate, type Rendered, type RenderedTemplate } from './render.js';
