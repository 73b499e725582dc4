/// The words that made-up spaces and people are named with: departments, projects and places as they are in real
/// installations, in many scripts, among them those that terminals draw badly.
enum SampleNames {
    static let departments = [
        "Marketing", "Engineering", "Human Resources", "Legal", "Finance", "Press & PR", "Customer Success",
        "IT Operations",
        "Field Research", "Procurement", "Quality Assurance", "Board of Directors", "Works Council", "Data Science",
        "Buchhaltung", "Öffentlichkeitsarbeit", "Straßenbau Süd", "Geschäftsführung", "Vertrieb Außendienst",
        "Bürgeramt",
        "Équipe Communication", "Ressources humaines", "Réseau et Sécurité", "Comptabilité générale",
        "Diseño gráfico", "Atención al cliente", "Año fiscal", "Gestão de Projetos", "Relações Públicas",
        "Księgowość", "Zarządzanie jakością", "Účetní oddělení", "Felsőoktatás", "İnsan Kaynakları", "Økonomi og drift",
        "Sjúkrahús rannsóknir", "Οικονομική Διεύθυνση", "Отдел продаж", "Бухгалтерия", "Відділ розвитку",
        "営業部", "研究開発", "経理部", "デザインチーム", "市场部", "人力资源", "財務部門", "인사팀", "연구소",
        "قسم المالية", "فريق التصميم", "מחלקת שיווק", "वित्त विभाग", "ฝ่ายการตลาด", "Phòng Kế toán",
        "Cafe\u{301} Re\u{301}novation", "Zu\u{308}rich Bu\u{308}ro", "🚀 Launch", "🎨 Brand Assets", "Team 👩‍👩‍👧‍👦 Family Day",
        "🇪🇺 EU Grants", "Rock ’n’ Roll Committee", "R&D (confidential)", "Q&A + FAQ", "Archaeology 101",
        "Board Games Club",
    ]

    static let qualifiers = [
        "Berlin", "Hamburg", "München", "Zürich", "Wien", "København", "Oslo", "Göteborg", "Łódź", "Praha", "Genève",
        "Liège", "São Paulo", "Córdoba", "Reykjavík", "Athens", "Tokyo", "大阪", "上海", "서울", "القاهرة", "Nairobi",
        "Archive", "Internal", "Phase 2", "Shared", "Drafts", "Templates", "2023", "2024", "2025", "2026", "Pilot",
        "Migration", "Audit", "Handover", "Workshop", "Press Kit", "Suppliers", "Onboarding",
    ]

    /// One that is as long as a name may be, and one that hides where it ends.
    static let curiosities = [
        String(repeating: "Interdepartmental Coordination ", count: 8).trimmed,
        "Zero\u{200B}Width", "Ｆｕｌｌｗｉｄｔｈ　Ｓｐａｃｅ", "ﷺ one glyph, many cells", "a\u{300}\u{301}\u{302}\u{303} stacked",
    ]

    static let descriptions = [
        "Shared files of the team", "Everything for the next release", "Minutes, decisions and plans",
        "Nur für interne Zwecke", "Documents partagés de l’équipe", "共有ファイルと議事録", "Contracts and invoices",
        "Photos and videos in full resolution", "Old material, kept for the auditors", "Общие документы отдела",
        "Ask in the channel before deleting anything here", "ملفات الفريق المشتركة", "Work in progress 🚧",
    ]

    static let givenNames = [
        "Ada", "Björn", "Chiara", "Dmitri", "Élodie", "Fatima", "Grace", "Håkon", "Ines", "Jürgen", "Kateřina",
        "Łukasz",
        "Mei", "Noor", "Óscar", "Priya", "Quentin", "Rosalía", "Søren", "Tamar", "Ulla", "Viktor", "Wanjiru", "Xiomara",
        "Yuki", "Zoë", "Aylin", "Bogdan", "Ciarán", "Dilnoza", "Emre", "Freyja", "Giorgos", "Hana", "Iker", "Jana", "葵",
        "明", "지우", "Ольга", "محمد", "דנה",
    ]

    static let familyNames = [
        "Lovelace", "Åkesson", "Bianchi", "Çelik", "Dvořák", "Eriksen", "Fernández", "Großmann", "Hashimoto", "Ivanova",
        "Jónsdóttir", "Kowalczyk", "Lefèvre", "Müller", "Nguyễn", "O’Connor", "Papadopoulos", "Quispe", "Rodrigues",
        "Schäfer", "Tamm", "Ursu", "Van den Berg", "Wójcik", "Xu", "Yılmaz", "Zieliński", "Abebe", "Bose", "Castro",
        "Dlamini", "El-Sayed", "Farkas", "Gupta", "Horvat", "Ito", "Jensen", "Kim", "Lindqvist", "Mbeki", "田中", "王",
        "김", "Петрова", "حسن", "לוי",
    ]

    static let groups = [
        "Engineering", "Sales", "Marketing", "Finanzen", "Direction générale", "Interns", "Contractors", "品質管理",
        "Works Council", "Auditors", "Администраторы", "Everybody in Oslo",
    ]
}
