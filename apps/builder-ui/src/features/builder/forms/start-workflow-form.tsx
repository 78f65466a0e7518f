import { Select } from '@mantine/core';
import type { StartWorkflowStep } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { choicesOf, useNames } from '../../../domain/use-names.js';
import { settings, type FormProps } from './form-props.js';

export function StartWorkflowForm(props: FormProps<StartWorkflowStep>) {
  const set = settings(props);
  return (
    <Select
      label="Workflow"
      description="It starts for the same record; this run goes on"
      placeholder="Choose a workflow"
      nothingFoundMessage="No workflow is called like this"
      searchable
      value={props.step.workflow}
      onChange={(workflow) => set({ workflow })}
      data={choicesOf(useNames().workflows)}
      {...useFieldPlace(`${props.at}/workflow`)}
    />
  );
}
