import { Component, type ReactNode } from 'react';
import { FaultMessage } from './FaultMessage';

/** Our own mistakes must not end in a white page. */
export class Fault extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <FaultMessage /> : this.props.children;
  }
}
