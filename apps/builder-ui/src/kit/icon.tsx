import type { FunctionComponent, SVGProps } from 'react';

export interface IconProps extends Omit<SVGProps<SVGSVGElement>, 'stroke' | 'children'> {
  readonly size?: number;
  readonly stroke?: number;
}

export type Icon = FunctionComponent<IconProps>;

/** The component of an icon, from the markup of its shapes. `icons.mjs` calls it for each `~icons/tabler/<name>` that is imported. */
export const icon =
  (body: string): Icon =>
  ({ size = 24, stroke = 2, ...rest }) => (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      strokeWidth={stroke}
      {...rest}
      dangerouslySetInnerHTML={{ __html: body }}
    />
  );
