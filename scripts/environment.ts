import { type Settings, settingNames } from '#lib/env'

/** This process's environment with everything in it that keeps our tools from calling home. */
export function quietEnvironment(): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: '1',
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
    DO_NOT_TRACK: '1',
  }
}

/** The same without any setting of Retake: for runs that must not depend on what the shell happens to hold. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  const names = new Set<string>(settingNames)
  return Object.fromEntries(
    Object.entries(quietEnvironment()).filter(([name]) => !names.has(name)),
  ) as NodeJS.ProcessEnv
}

/** The environment of web, worker and seed: settings that have a default or depend on others are spelled out. */
export function environmentFor(
  { PORT, appOrigin, dataDir, demo }: Settings,
  databaseUrl: string,
  rest = quietEnvironment(),
): NodeJS.ProcessEnv {
  return {
    ...rest,
    DATABASE_URL: databaseUrl,
    PORT: String(PORT),
    APP_ORIGIN: appOrigin,
    NEXTAUTH_URL: appOrigin,
    RETAKE_DATA_DIR: dataDir,
    RETAKE_DEMO: demo ? '1' : '0',
  }
}
