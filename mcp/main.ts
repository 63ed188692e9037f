#!/usr/bin/env node
/**
 * `hearsay-mcp [--url ADDRESS]`: answers a language-model client on standard input and output from a running `hearsay serve`. The token,
 * where the server wants one, is taken from HEARSAY_TOKEN.
 */
import { parseArgs } from 'node:util';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { askServer } from './ask.ts';
import { createMcpServer } from './create-mcp-server.ts';

const { values } = parseArgs({ options: { url: { type: 'string', default: 'http://127.0.0.1:4317/' } } });
const ask = askServer(values.url, process.env.HEARSAY_TOKEN ?? null);
await createMcpServer(ask).connect(new StdioServerTransport());
