export * from './read-scenarios.js';
export { runScenario, type FillFor, type ScenarioResult } from './run-scenario.js';
export * from './scenario.js';
