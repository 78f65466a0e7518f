import { languages, type Language } from '@cueline/workflows/language';
import { Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { call } from '../../api-client/api.js';
import { chooseLanguage } from '../../api-client/generated/sdk.gen.js';
import { ProblemAlert } from '../../kit/problem-alert.js';
import { language, languageNames, rememberLanguage } from '../../messages/language.js';
import { m } from './messages.js';

/** The language of the screens, stored for the member; the page is loaded again in it. */
export function LanguageChoice() {
  const choose = useMutation({
    mutationFn: (chosen: Language) => call(chooseLanguage({ body: { language: chosen } })),
    onSuccess: ({ language: chosen }) => {
      if (rememberLanguage(chosen)) location.reload();
    },
  });
  return (
    <Stack>
      {choose.error && <ProblemAlert error={choose.error} />}
      <Select
        label={m.language}
        description={m.languageAbout}
        maw={320}
        allowDeselect={false}
        disabled={choose.isPending}
        value={language}
        onChange={(chosen) => chosen && choose.mutate(chosen)}
        data={languages.map((one) => ({ value: one, label: languageNames[one] }))}
      />
    </Stack>
  );
}
