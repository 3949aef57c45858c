// Chinese first, English by a switch; the choice is kept in this browser.
import { createI18n } from 'vue-i18n'
import zh from './locales/zh'

export type Texts = typeof zh
export type Locale = 'zh' | 'en'

const KEPT = 'dajian.locale'

export const i18n = createI18n<[Texts], Locale, false>({
  legacy: false,
  locale: 'zh',
  fallbackLocale: 'zh',
  messages: { zh } as Record<Locale, Texts>,
})

export function language(): string {
  return i18n.global.locale.value === 'en' ? 'en' : 'zh-CN'
}

export async function choose(locale: Locale): Promise<void> {
  // First of all: whoever leaves the page at once has chosen all the same.
  localStorage.setItem(KEPT, locale)
  if (locale === 'en') i18n.global.setLocaleMessage('en', (await import('./locales/en')).default)
  i18n.global.locale.value = locale
  document.documentElement.lang = language()
}

export async function restoreLocale(): Promise<void> {
  if (localStorage.getItem(KEPT) === 'en') await choose('en')
}

/** Chinese with its own marks where an ASCII one stands beside Chinese characters. */
export function prose(text: string): string {
  const FULL: Record<string, string> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' }
  return /[\u4e00-\u9fff]/.test(text) ? text.replace(/[,;](?!\d)|(?<=[\u4e00-\u9fff]):|\((?=.*[\u4e00-\u9fff].*\))|(?<=[\u4e00-\u9fff\d])\)/g, (mark) => FULL[mark] ?? mark) : text
}

/** A text the services give in both languages. */
export function said(text: { zh: string; en: string }): string {
  return i18n.global.locale.value === 'en' ? text.en : prose(text.zh)
}
