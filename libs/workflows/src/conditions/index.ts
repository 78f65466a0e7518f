export * from './compare.js';
export * from './condition.js';
export * from './evaluate.js';
export * from './move-member.js';
export * from './describe.js';
