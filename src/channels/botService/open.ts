import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  TurnContext,
} from 'botbuilder';
import { keepReference } from '../../db/botService';
import type { Db } from '../../db/pool';
import type { Inbound } from '../../domain/talk';
import type { HttpReply, Route } from '../../http/message';
import { json } from '../../http/reply';
import type { Job } from '../../jobs/clock';
import { readPosted } from './readActivity';
import { sendBotReplies } from './sender';

/** What Azure gave the bot; `hosts`: where replies may be posted to, a leading dot taking in all below. */
type BotServiceConfig = {
  appId: string;
  password: string;
  type: 'MultiTenant' | 'SingleTenant';
  tenantId?: string;
  hosts: string[];
};

export type BotServiceTools = {
  config: BotServiceConfig;
  db: Db;
  accept: (messages: Inbound[]) => Promise<void>;
  now: () => Date;
  log: { warn: (fields: object, message: string) => void };
};

/**
 * Bot Framework's other channels, through Azure Bot Service: what they post goes into the same inbox as everything else,
 * what is said goes back by a job. There is no door without credentials: an adapter that has none checks nobody.
 */
export function openBotService(tools: BotServiceTools): { routes: Route[]; job: Job } {
  const { config, db, log } = tools;
  const authentication = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: config.appId,
    MicrosoftAppPassword: config.password,
    MicrosoftAppType: config.type,
    ...(config.tenantId && { MicrosoftAppTenantId: config.tenantId }),
  });
  const adapter = new CloudAdapter(authentication);
  return {
    routes: [
      {
        method: 'POST',
        path: '/api/messages',
        maxBody: 262_144,
        answer: ({ headers, body }) => answer({ ...tools, adapter, authentication }, headers.authorization, body),
      },
    ],
    job: { name: 'bot service', everyMs: 500, run: () => sendBotReplies({ db, adapter, appId: config.appId, log }) },
  };
}

type Door = BotServiceTools & { adapter: CloudAdapter; authentication: ConfigurationBotFrameworkAuthentication };

async function answer(door: Door, authorization: string | undefined, body: Buffer): Promise<HttpReply> {
  const activity = parsed(body);
  if (!activity) return json(400, { error: 'not_an_activity' });
  if (!authorization) return json(401, { error: 'not_authenticated' });
  if (!isAllowed(activity.serviceUrl, door.config.hosts)) return json(403, { error: 'foreign_service_url' });
  try {
    // Bot Framework checks the token, and that it was given for this very service URL.
    const proven = await door.authentication.authenticateRequest(activity, authorization);
    await door.adapter.processActivityDirect(proven, activity, (context) => take(context, door));
    return { status: 200 };
  } catch (fault) {
    if (isUnauthenticated(fault)) return json(401, { error: 'not_authenticated' });
    door.log.warn(
      { fault },
      'A message of a Bot Framework channel could not be taken in; it is told to bring it again.',
    );
    return json(503, { error: 'away' });
  }
}

// Bot Framework's word for it, or that of the library it checks signatures with; that its keys could not be fetched is told
// by another number.
function isUnauthenticated(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  const isRefused = 'statusCode' in fault && (fault.statusCode === 401 || fault.statusCode === 403);
  return isRefused || ['JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError'].includes(fault.name);
}

async function take(context: TurnContext, { db, accept, now }: BotServiceTools): Promise<void> {
  const posted = readPosted(context.activity, now());
  if (!posted) return;
  await keepReference(db, posted.address, kept(TurnContext.getConversationReference(context.activity)));
  await accept([posted.inbound]);
}

// Names are not needed to answer.
function kept({ user, bot, conversation, channelId, serviceUrl, locale }: Partial<ConversationReference>): object {
  return {
    channelId,
    serviceUrl,
    locale,
    user: { id: user?.id },
    bot: { id: bot?.id },
    conversation: { id: conversation?.id, tenantId: conversation?.tenantId, isGroup: false },
  };
}

// Bot Framework's own check of an activity throws outside its own try: what it would not bear is turned away here.
function parsed(body: Buffer): Activity | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    const isOne = typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
    return isOne ? (value as Activity) : undefined;
  } catch {
    return undefined;
  }
}

function isAllowed(serviceUrl: unknown, hosts: string[]): boolean {
  if (typeof serviceUrl !== 'string' || !URL.canParse(serviceUrl)) return false;
  const { protocol, hostname } = new URL(serviceUrl);
  return (
    protocol === 'https:' && hosts.some((host) => (host.startsWith('.') ? hostname.endsWith(host) : hostname === host))
  );
}
