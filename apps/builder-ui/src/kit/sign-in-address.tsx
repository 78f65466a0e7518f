import { TextInput, type TextInputProps } from '@mantine/core';

/** The email address by which a person signs in; password managers know it as the user name. */
export const SignInAddress = (props: TextInputProps) => (
  <TextInput inputMode="email" autoCapitalize="none" autoComplete="username" required {...props} />
);
