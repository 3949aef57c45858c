// The addresses of the application; each role's pages are loaded when they are opened, and opened by that role alone.
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { home } from './roles'
import { hasRole, signedIn } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    title?: string
    roles?: string[]
  }
}

const STAFF = ['CK', 'RV', 'AP', 'SV']
const CA = ['CA']
const routes: RouteRecordRaw[] = [
  { path: '/', component: () => import('./pages/public/HomePage.vue') },
  { path: '/sign-in', component: () => import('./pages/public/SignInPage.vue'), meta: { title: 'signIn.title' } },
  { path: '/check/:number?', component: () => import('./pages/public/CheckPage.vue'), meta: { title: 'nav.check' } },
  { path: '/driver/:secret', component: () => import('./pages/public/DriverPage.vue'), meta: { title: 'nav.permit' }, props: true },
  { path: '/consultation/:secret', component: () => import('./pages/public/ConsultationPage.vue'), meta: { title: 'consult.asked' }, props: true },
  { path: '/notices', component: () => import('./pages/public/NoticesPage.vue'), meta: { title: 'nav.notices' } },
  { path: '/try', component: () => import('./pages/carrier/FormPage.vue'), meta: { title: 'nav.try' }, props: { trial: true } },

  { path: '/carrier', component: () => import('./pages/carrier/StartPage.vue'), meta: { title: 'nav.start', roles: CA } },
  { path: '/carrier/new', component: () => import('./pages/carrier/FormPage.vue'), meta: { title: 'nav.apply', roles: CA } },
  { path: '/carrier/applications', component: () => import('./pages/carrier/ApplicationsPage.vue'), meta: { title: 'nav.applications', roles: CA } },
  { path: '/carrier/applications/:id', component: () => import('./pages/carrier/CasePage.vue'), meta: { title: 'nav.case', roles: CA }, props: true },
  { path: '/carrier/applications/:id/edit', component: () => import('./pages/carrier/FormPage.vue'), meta: { title: 'nav.edit', roles: CA }, props: true },
  { path: '/carrier/permits', component: () => import('./pages/carrier/PermitsPage.vue'), meta: { title: 'nav.permits', roles: CA } },
  { path: '/carrier/permits/:number', component: () => import('./pages/carrier/PermitPage.vue'), meta: { title: 'nav.permit', roles: CA }, props: true },
  { path: '/carrier/vehicles', component: () => import('./pages/carrier/VehiclesPage.vue'), meta: { title: 'nav.vehicles', roles: CA } },

  { path: '/inbox', component: () => import('./pages/inbox/InboxPage.vue'), meta: { title: 'nav.inbox', roles: ['CA', ...STAFF] } },
  { path: '/desk', component: () => import('./pages/desk/QueuePage.vue'), meta: { title: 'nav.desk', roles: ['CK', 'SV'] } },
  { path: '/desk/:id', component: () => import('./pages/desk/DeskCasePage.vue'), meta: { title: 'nav.case', roles: STAFF }, props: true },
  { path: '/review', component: () => import('./pages/review/ReviewListPage.vue'), meta: { title: 'nav.review', roles: ['RV', 'AP', 'SV'] } },
  { path: '/review/:id', component: () => import('./pages/review/ReviewCasePage.vue'), meta: { title: 'nav.case', roles: ['RV', 'AP', 'SV'] }, props: true },

  { path: '/surveys', component: () => import('./pages/field/SurveysPage.vue'), meta: { title: 'nav.surveys', roles: ['SI'] } },
  { path: '/surveys/:id', component: () => import('./pages/field/SurveyPage.vue'), meta: { title: 'nav.survey', roles: ['SI'] }, props: true },
  { path: '/escort', component: () => import('./pages/field/EscortPage.vue'), meta: { title: 'nav.escort', roles: ['ED'] } },

  { path: '/road', component: () => import('./pages/road/RoadsidePage.vue'), meta: { title: 'nav.roadside', roles: ['RO'] } },
  { path: '/road/notices', component: () => import('./pages/road/RoadNoticesPage.vue'), meta: { title: 'nav.roadNotices', roles: ['RO'] } },

  { path: '/office', component: () => import('./pages/office/OverviewPage.vue'), meta: { title: 'nav.overview', roles: ['SV'] } },
  { path: '/office/figures/:code', component: () => import('./pages/office/FigurePage.vue'), meta: { title: 'nav.figure', roles: ['SV'] }, props: true },
  { path: '/office/applications', component: () => import('./pages/office/AllApplicationsPage.vue'), meta: { title: 'nav.all', roles: STAFF } },
  { path: '/office/standing', component: () => import('./pages/office/StandingPage.vue'), meta: { title: 'nav.standing', roles: ['AP', 'SV'] } },
  { path: '/office/accounts', component: () => import('./pages/office/AccountsPage.vue'), meta: { title: 'nav.accounts', roles: ['AD'] } },
  { path: '/:rest(.*)', component: () => import('./pages/public/MissingPage.vue'), meta: { title: 'state.notFound' } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
})

router.beforeEach((to) => {
  const roles = to.meta.roles
  if (!roles) return true
  if (!signedIn.value) return { path: '/sign-in', query: { then: to.fullPath } }
  return hasRole(...roles) ? true : { path: home() }
})
