import { useEffect, useRef } from 'react';
import { wishOf, type Wish } from '../../model/shortcuts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input, textarea, select'));

/** One listener for the whole page; what it calls is always the latest. */
export const useShortcuts = (single: boolean, act: (wish: Wish) => void): void => {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  }, [act]);
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const wish = wishOf(event, { typing: isTyping(event.target), single });
      if (wish === null || event.defaultPrevented) return;
      event.preventDefault();
      latest.current(wish);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [single]);
};
