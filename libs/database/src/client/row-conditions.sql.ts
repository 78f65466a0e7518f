/**
 * SQL of a condition on a row that is looked up by its key, and none to look rows up by. IS TRUE keeps the planner from it: a plan that was made while
 * the tables were small may else go by another index, or a partial one, through all rows of the studio, each time and for as long as it is kept.
 */
export const checked = (condition: string): string => `(${condition}) IS TRUE`;

/**
 * SQL that a row is of the studio `:studioId`. Every statement that is prepared once and finds a row by its key says it like this.
 * @param row the alias of the row, or its table, where the statement has several
 */
export const ofStudio = (row?: string): string =>
  checked(`${row === undefined ? '' : `${row}.`}studio_id = :studioId`);
