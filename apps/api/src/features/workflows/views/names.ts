import type { SummaryLabels } from '@cueline/workflows';

/** The names that sentences about steps need, by ids: plain data, so that they may go to a thread. */
export interface Names {
  readonly templates: ReadonlyMap<string, string>;
  readonly staff: ReadonlyMap<string, string>;
  readonly workflows: ReadonlyMap<string, string>;
}

export const summaryNames = ({ templates, staff, workflows }: Names): SummaryLabels => ({
  templateName: (id) => templates.get(id),
  staffName: (id) => staff.get(id),
  workflowName: (id) => workflows.get(id),
});
