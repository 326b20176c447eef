import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  type OverlayDrawerProps,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  /** What its button to close is called. */
  closing: string;
  open: boolean;
  close(): void;
  className?: string;
  bodyClass?: string;
  size?: OverlayDrawerProps['size'];
  children: ReactNode;
}

/** What comes in from the side, with its name and its way out. */
export const SideDrawer = (props: Props) => {
  const { title, closing, open, close, className, bodyClass, size, children } = props;
  return (
    <OverlayDrawer
      position="end"
      open={open}
      onOpenChange={(_event, data) => data.open || close()}
      {...(className === undefined ? {} : { className })}
      {...(size === undefined ? {} : { size })}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button
              appearance="subtle"
              aria-label={closing}
              icon={<DismissRegular />}
              onClick={close}
            />
          }
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody {...(bodyClass === undefined ? {} : { className: bodyClass })}>
        {children}
      </DrawerBody>
    </OverlayDrawer>
  );
};
