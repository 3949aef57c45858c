// Starts the application.
import { createApp } from 'vue'
import App from './App.vue'
import { i18n, restoreLocale } from './i18n'
import { router } from './router'
import './styles/element'
import './styles/tokens.css'
import './styles/base.css'

await restoreLocale()
createApp(App).use(i18n).use(router).mount('#app')
