import { createRoot } from 'react-dom/client';
import { App } from './App';
import './page.css';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place to put anything.');

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
createRoot(root).render(<App nonce={nonce} />);
