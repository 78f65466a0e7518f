import { ColorInput, Fieldset, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { brandColors } from '@cueline/email/brand';
import type { SendWindow } from '@cueline/workflows';
import { HoursFields } from '../../domain/hours-fields.js';
import { language } from '../../messages/language.js';
import { m } from './messages.js';
import type { Brand } from './brand-drafts.js';
import { useBrandField } from './use-brand-field.js';
import { currencies, locales, zones } from './choices.js';

interface Props {
  readonly brand: Brand;
  readonly isReadOnly: boolean;
}
type TextField = 'name' | 'signature' | 'legalFooter' | 'logoUrl' | 'replyTo';

/** Each field saves itself when it is left. */
export function BrandSections({ brand, isReadOnly }: Props) {
  return (
    <Fieldset variant="unstyled" disabled={isReadOnly}>
      <Stack gap="xl">
        <Section title={m.look}>
          <Line brand={brand} name="name" label={m.name} about={m.nameAbout} />
          <Color brand={brand} />
          <Line brand={brand} name="logoUrl" label={m.logo} about={m.logoAbout} isOptional />
        </Section>
        <Section title={m.below}>
          <Line brand={brand} name="signature" label={m.signature} about={m.signatureAbout} isLong />
          <Line brand={brand} name="legalFooter" label={m.legalFooter} about={m.legalAbout} isLong />
        </Section>
        <Section title={m.answers}>
          <Line brand={brand} name="replyTo" label={m.replyTo} about={m.replyToAbout} isOptional />
          {brand.replyTo === null && (
            <Text size="sm" c="var(--cl-warn)">
              {m.repliesLost}
            </Text>
          )}
        </Section>
        <Section title={m.place}>
          <Choice brand={brand} name="zone" label={m.zone} about={m.zoneAbout} data={zones()} />
          <Choice
            brand={brand}
            name="locale"
            label={m.locale}
            about={m.localeAbout}
            data={locales(language)}
          />
          <Choice brand={brand} name="currency" label={m.currency} data={currencies(language)} />
        </Section>
        <Section title={m.hours} about={m.hoursAbout}>
          <Hours brand={brand} />
        </Section>
      </Stack>
    </Fieldset>
  );
}

interface SectionProps {
  readonly title: string;
  readonly about?: string;
  readonly children: React.ReactNode;
}

const Section = ({ title, about, children }: SectionProps) => (
  <Stack component="section" gap="md" aria-label={title}>
    <div>
      <Text component="h2" fw={600} fz={16}>
        {title}
      </Text>
      {about && (
        <Text size="sm" c="dimmed">
          {about}
        </Text>
      )}
    </div>
    {children}
  </Stack>
);

interface LineProps {
  readonly brand: Brand;
  readonly name: TextField;
  readonly label: string;
  readonly about: string;
  /** Left empty there is none. */
  readonly isOptional?: boolean;
  readonly isLong?: boolean;
}

function Line({ brand, name, label, about, isOptional = false, isLong = false }: LineProps) {
  const field = useBrandField(brand, name, about);
  const read = (text: string) => (isOptional && text.trim() === '' ? null : text);
  const props = {
    label,
    description: field.description,
    error: field.error,
    value: field.value ?? '',
    onBlur: field.leave,
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      field.change(read(event.currentTarget.value)),
  };
  return isLong ? <Textarea autosize minRows={2} {...props} /> : <TextInput {...props} />;
}

/** Three digits are short for six: each stands for itself twice. */
const inFull = (color: string) =>
  /^#.{3}$/.test(color) ? color.replaceAll(/[^#]/g, (digit) => digit + digit) : color;

function Color({ brand }: { readonly brand: Brand }) {
  const field = useBrandField(brand, 'color', m.colorAbout);
  const { link } = brandColors(field.value);
  const isCorrected = link.toLowerCase() !== field.value.toLowerCase();
  return (
    <>
      <ColorInput
        label={m.color}
        maw={320}
        description={field.description}
        error={field.error}
        value={field.value}
        onChange={field.change}
        onBlur={() => field.commit(inFull(field.value))}
        eyeDropperButtonProps={{ 'aria-label': m.pickColor }}
      />
      {isCorrected && /^#[0-9a-f]{6}$/i.test(field.value) && (
        <Text size="sm" c="dimmed" role="status">
          {m.corrected(link)}
        </Text>
      )}
    </>
  );
}

interface ChoiceProps {
  readonly brand: Brand;
  readonly name: 'zone' | 'locale' | 'currency';
  readonly label: string;
  readonly about?: string;
  readonly data: readonly { readonly value: string; readonly label: string }[];
}

function Choice({ brand, name, label, about, data }: ChoiceProps) {
  const field = useBrandField(brand, name, about);
  const isListed = data.some(({ value }) => value === field.value);
  return (
    <Select
      label={label}
      maw={420}
      searchable
      allowDeselect={false}
      description={field.description}
      error={field.error}
      value={field.value}
      onChange={(value) => value && field.commit(value)}
      data={[...(isListed ? [] : [{ value: field.value, label: field.value }]), ...data]}
    />
  );
}

function Hours({ brand }: { readonly brand: Brand }) {
  const field = useBrandField(brand, 'businessHours');
  const save = (hours: SendWindow) =>
    field.commit({ ...field.value, ...hours, weekdays: [...hours.weekdays], holidays: [...hours.holidays] });
  return (
    <>
      <HoursFields value={field.value} onChange={save} />
      {(field.error ?? field.description) && <Text size="sm">{field.error ?? field.description}</Text>}
    </>
  );
}
