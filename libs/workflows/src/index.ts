/** The workflow language and its meaning: pure, for browser, server and workflow sandbox alike. */
export * from './analysis/index.js';
export * from './backtest/index.js';
export * from './catalogue/index.js';
export * from './conditions/index.js';
export * from './control/index.js';
export * from './definition/index.js';
export * from './interpreter/index.js';
export * from './kinds/index.js';
export * from './matching/index.js';
export * from './operations/index.js';
export * from './outcomes/index.js';
export * from './reasons/index.js';
export * from './rehearsal/index.js';
export * from './scenarios/index.js';
export * from './schemas/index.js';
export * from './timing/index.js';
export * from './versions/index.js';
