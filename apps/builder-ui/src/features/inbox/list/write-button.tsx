import { Button, Modal, Stack } from '@mantine/core';
import IconPencilPlus from '~icons/tabler/pencil-plus';
import { useState } from 'react';
import { ClientSelect } from '../../../domain/client-select.js';
import { ComposeDrawer } from '../../../domain/compose/compose-drawer.js';
import { m } from '../messages.js';

/** Begins an email: first to whom, then what. */
export function WriteButton() {
  const [step, setStep] = useState<'none' | 'whom' | 'what'>('none');
  const [clientId, setClientId] = useState<string | null>(null);
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPencilPlus size={16} stroke={1.75} aria-hidden />}
        onClick={() => setStep('whom')}
      >
        {m.write}
      </Button>
      <Modal opened={step === 'whom'} onClose={() => setStep('none')} title={m.write}>
        <Stack>
          <ClientSelect label={m.whichClient} required value={clientId} onChange={setClientId} />
          <Button disabled={clientId === null} onClick={() => setStep('what')}>
            {m.write}
          </Button>
        </Stack>
      </Modal>
      {clientId !== null && (
        <ComposeDrawer
          about={{ type: 'client', id: clientId }}
          opened={step === 'what'}
          onClose={() => setStep('none')}
          onReopen={() => setStep('what')}
        />
      )}
    </>
  );
}
