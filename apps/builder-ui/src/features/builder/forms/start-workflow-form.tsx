import { Select } from '@mantine/core';
import type { StartWorkflowStep } from '@cueline/workflows';
import { useFieldPlace } from '../field-problems.js';
import { choicesOf, useNames } from '../../../domain/use-names.js';
import { settings, type FormProps } from './form-props.js';
import { m } from './messages.js';

export function StartWorkflowForm(props: FormProps<StartWorkflowStep>) {
  const set = settings(props);
  return (
    <Select
      label={m.workflow}
      description={m.workflowAbout}
      placeholder={m.chooseWorkflow}
      nothingFoundMessage={m.noWorkflow}
      searchable
      value={props.step.workflow}
      onChange={(workflow) => set({ workflow })}
      data={choicesOf(useNames().workflows)}
      {...useFieldPlace(`${props.at}/workflow`)}
    />
  );
}
